package zhiyin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A hub that serves, in a process of its own with a heap of 1 GB and stores of its own. */
final class Hub implements AutoCloseable {

    private static final Pattern STEP = Pattern.compile("load \\d+ {2}(\\S.*?) +([\\d,]+) / ([\\d,]+) \\w");
    private static final Pattern PAUSE = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");
    private static final int STORES = 3;

    private final Path data;
    private final int port;
    private final Process process;
    private final BufferedReader output;
    private final CpuClock clock;
    private final HttpClient http = HttpClient.newHttpClient();
    private List<Timing> steps = new ArrayList<>();
    private List<String> lines = new ArrayList<>();
    private long lastMoment;
    private double lastSeconds;

    /** Starts one. */
    Hub(Path data, int port, List<String> settings) throws IOException {
        this.data = data;
        this.port = port;
        Files.createDirectories(data);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx1g",
                "-Xlog:gc:file=" + collections(), "--enable-native-access=ALL-UNNAMED", "-cp",
                System.getProperty("java.class.path"), "zhiyin.Zhiyin", "--server.port=" + port));
        command.addAll(settings);
        process = new ProcessBuilder(command).redirectErrorStream(true).start();
        output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        clock = new CpuClock(process.pid(), data);
    }

    private Path collections() {
        return data.resolve("gc.log");
    }

    /** The load that a hub begins with, from the moment on at which all stores are up. */
    HubRun firstLoad() throws IOException {
        for (int up = 0; up < STORES;) {
            up += next().contains(" is up on port ") ? 1 : 0;
        }
        HubRun first = follow();
        while (!next().contains("is ready")) {
            // the API comes up
        }
        return first;
    }

    /** A load that somebody asks for. */
    HubRun load(boolean full) throws IOException {
        String mutation = "mutation { loadStart(input: {full: %s}) { userErrors { message } } }".formatted(full);
        String answer = post("/graphql", "Bearer " + token(), "application/json",
                JsonMapper.shared().writeValueAsString(java.util.Map.of("query", mutation)));
        if (!answer.contains("\"userErrors\":[]")) {
            throw new IllegalStateException("The hub does not load: " + answer);
        }
        return follow();
    }

    private String token() throws IOException {
        JsonNode clients = JsonMapper.shared().readTree(data.resolve("credentials.json").toFile()).get("clients");
        JsonNode engineer = StreamSupport.stream(clients.spliterator(), false)
                .filter(client -> client.get("clientId").asString().startsWith("engineer")).findFirst().orElseThrow();
        String basic = engineer.get("clientId").asString() + ":" + engineer.get("clientSecret").asString();
        String answer = post("/oauth2/token",
                "Basic " + Base64.getEncoder().encodeToString(basic.getBytes(StandardCharsets.UTF_8)),
                "application/x-www-form-urlencoded", "grant_type=client_credentials");
        return JsonMapper.shared().readTree(answer).get("access_token").asString();
    }

    private String post(String path, String authorization, String type, String body) throws IOException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", authorization).header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private HubRun follow() throws IOException {
        steps = new ArrayList<>();
        lines = new ArrayList<>();
        lastMoment = System.nanoTime();
        lastSeconds = clock.seconds();
        for (String line = next(); !line.contains(" completed; "); line = next()) {
            Matcher step = STEP.matcher(line);
            if (step.find() && step.group(2).equals(step.group(3))) {
                note(step.group(1));
            } else if (line.contains(" stopped: ")) {
                throw new IllegalStateException(line);
            }
        }
        note("end");
        return new HubRun(List.copyOf(steps), List.copyOf(lines));
    }

    private String next() throws IOException {
        String line = output.readLine();
        if (line == null) {
            throw new IllegalStateException("The hub ended:%n%s".formatted(String.join("\n", lines)));
        }
        lines.add(line);
        return line;
    }

    private void note(String step) {
        long now = System.nanoTime();
        double seconds = clock.seconds();
        steps.add(new Timing(step, (now - lastMoment) / 1e9, seconds - lastSeconds));
        lastMoment = now;
        lastSeconds = seconds;
    }

    /** The most megabytes that its heap has held. */
    long heap() throws IOException {
        return Files.readAllLines(collections()).stream().map(PAUSE::matcher).filter(Matcher::find)
                .mapToLong(pause -> Long.parseLong(pause.group(1))).max().orElse(0);
    }

    /** Stops it with its stores. */
    @Override
    public void close() {
        process.destroy();
        try {
            output.lines().forEach(lines::add);
        } catch (UncheckedIOException closed) {
            lines.add(closed.getMessage());
        }
        process.onExit().join();
    }
}
