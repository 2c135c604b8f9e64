package zhiyin.stores;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Who listens on the stores' ports. */
final class Ports {

    private static final int PATIENCE_MILLISECONDS = 500;
    private static final String LISTENING = "0A";

    private Ports() {}

    static boolean isOpen(int port) {
        try (var socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MILLISECONDS);
            return true;
        } catch (IOException closed) {
            return false;
        }
    }

    /** Refuses a port that somebody else has, and says who. */
    static void requireFree(Store store) {
        if (!isFree(store.port())) {
            throw new StoreException("%s cannot have port %d of the loopback interface: %s.".formatted(store.name(),
                    store.port(), holder(store.port()).map(who -> "it is taken by " + who).orElse("it is taken")),
                    "Stop that program, or choose another port with zhiyin.stores.%s.port.".formatted(store.key()));
        }
    }

    private static boolean isFree(int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** The process that listens on a port, where the system tells. */
    static Optional<String> holder(int port) {
        return Files.isDirectory(Path.of("/proc/net")) ? holderOnLinux(port) : holderElsewhere(port);
    }

    private static Optional<String> holderOnLinux(int port) {
        List<String> sockets = Stream.of("tcp", "tcp6").flatMap(table -> lines(Path.of("/proc/net", table)))
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 9 && columns[3].equals(LISTENING)
                        && columns[1].endsWith(":%04X".formatted(port)))
                .map(columns -> "socket:[" + columns[9] + "]").toList();
        return ProcessHandle.allProcesses().filter(process -> holdsOneOf(process, sockets)).findFirst()
                .map(process -> "process %d (%s)".formatted(process.pid(), ProcessIdentity.commandOf(process)));
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException notThere) {
            return Stream.empty();
        }
    }

    private static boolean holdsOneOf(ProcessHandle process, List<String> sockets) {
        return Folders.list(Path.of("/proc", Long.toString(process.pid()), "fd")).stream().anyMatch(descriptor -> {
            try {
                return sockets.contains(Files.readSymbolicLink(descriptor).toString());
            } catch (IOException closedMeanwhile) {
                return false;
            }
        });
    }

    private static Optional<String> holderElsewhere(int port) {
        return ShortCommand.output(List.of("lsof", "-nP", "-iTCP:" + port, "-sTCP:LISTEN", "-t"))
                .flatMap(text -> text.lines().findFirst())
                .map(pid -> String.format(Locale.ROOT, "process %s (%s)", pid, ProcessHandle.of(Long.parseLong(pid))
                        .map(ProcessIdentity::commandOf).orElse("unknown command")));
    }
}
