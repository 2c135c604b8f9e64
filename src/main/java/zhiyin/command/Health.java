package zhiyin.command;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** For the health check of a container, whose image has nothing else that could ask. */
@Command(name = "health", description = "Asks the hub that runs on this machine whether it and its stores are well.", mixinStandardHelpOptions = true, showDefaultValues = true)
class Health implements Callable<Integer> {

    private static final int PATIENCE_IN_MILLISECONDS = 4_000;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Option(names = "--port", description = "Where the hub listens; SERVER_PORT when that is set.", defaultValue = "${env:SERVER_PORT:-8080}")
    private int port;

    @Override
    public Integer call() {
        URI address = URI.create("http://127.0.0.1:%d/actuator/health".formatted(port));
        try {
            int status = statusOf(address);
            return status == HttpURLConnection.HTTP_OK
                    ? ExitCode.OK
                    : told("The hub is not well: %s answers %d. Its log says which store is missing."
                            .formatted(address, status));
        } catch (IOException silent) {
            return told("The hub does not answer at %s (%s): start it, or name its --port."
                    .formatted(address, silent.getMessage()));
        }
    }

    private static int statusOf(URI address) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection(Proxy.NO_PROXY);
        connection.setConnectTimeout(PATIENCE_IN_MILLISECONDS);
        connection.setReadTimeout(PATIENCE_IN_MILLISECONDS);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    private int told(String message) {
        spec.commandLine().getErr().println(message);
        return ExitCode.SOFTWARE;
    }
}
