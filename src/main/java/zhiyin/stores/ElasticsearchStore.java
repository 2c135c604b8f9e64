package zhiyin.stores;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Elasticsearch, started without its launcher: that would cost two more JVMs and a key store on disk. The server reads
 * its settings and its password from its standard input, and ends by itself when that is closed.
 */
record ElasticsearchStore(Place place, String version, StoresProperties.Elasticsearch settings, String password)
        implements
            Store {

    @Override
    public String name() {
        return "Elasticsearch";
    }

    @Override
    public String key() {
        return "elasticsearch";
    }

    @Override
    public int port() {
        return settings.port();
    }

    @Override
    public void configure() {
        Path folder = place.settings(key());
        Folders.write(folder.resolve("log4j2.properties"), ElasticsearchFiles.LOGGING);
        Folders.write(folder.resolve("java.arguments"),
                ElasticsearchFiles.javaArguments(home(), place.scratch(key()), settings.heap().toMegabytes()));
    }

    private Path home() {
        return place.programs().resolve("elasticsearch-" + version);
    }

    @Override
    public void create(Path fresh) {
        // Elasticsearch fills an empty folder itself
    }

    @Override
    public List<String> command() {
        return List.of(place.javaCommand(), "@" + place.settings(key()).resolve("java.arguments"));
    }

    @Override
    public byte[] input() {
        return new ElasticsearchArguments(nodeSettings(),
                Map.of("bootstrap.password", password, "keystore.seed", password),
                place.settings(key()), place.scratch(key()).resolve("logs")).bytes();
    }

    private Map<String, String> nodeSettings() {
        var node = new TreeMap<String, String>();
        node.put("path.home", home().toString());
        node.put("path.data", place.data(key()).toString());
        node.put("path.logs", place.scratch(key()).resolve("logs").toString());
        node.put("cluster.name", "zhiyin");
        node.put("node.name", "zhiyin");
        node.put("network.host", "127.0.0.1");
        node.put("http.port", Integer.toString(port()));
        node.put("transport.port", "0");
        node.put("discovery.type", "single-node");
        node.put("xpack.security.enabled", "true");
        node.put("xpack.security.http.ssl.enabled", "false");
        node.put("xpack.security.transport.ssl.enabled", "false");
        node.put("xpack.ml.enabled", "false");
        // the stock watermarks are percentages: on a large disk that is 90 % full, an index would become read-only
        // although there is plenty of room
        node.put("cluster.routing.allocation.disk.watermark.low", "2gb");
        node.put("cluster.routing.allocation.disk.watermark.high", "1gb");
        node.put("cluster.routing.allocation.disk.watermark.flood_stage", "500mb");
        return node;
    }

    @Override
    public boolean answers() {
        if (!Ports.isOpen(port())) {
            return false;
        }
        try {
            int status = health();
            if (status == HttpURLConnection.HTTP_UNAUTHORIZED) {
                throw StoreFailures.passwordRefused(this, place, null);
            }
            // 408: some index is not whole; the others can be used, and the hub can build that one anew
            return status == HttpURLConnection.HTTP_OK || status == HttpURLConnection.HTTP_CLIENT_TIMEOUT;
        } catch (IOException notYet) {
            return false;
        }
    }

    private int health() throws IOException {
        URI uri = URI
                .create("http://127.0.0.1:%d/_cluster/health?wait_for_status=yellow&timeout=10s".formatted(port()));
        var connection = (HttpURLConnection) uri.toURL().openConnection();
        byte[] user = (Credentials.ELASTICSEARCH_USER + ":" + password).getBytes(StandardCharsets.UTF_8);
        connection.setRequestProperty("Authorization", "Basic " + Base64.getEncoder().encodeToString(user));
        connection.setConnectTimeout(5_000);
        connection.setReadTimeout(15_000);
        try {
            return connection.getResponseCode();
        } finally {
            connection.disconnect();
        }
    }

    @Override
    public String stopSignal() {
        return "TERM";
    }

    /** Never the password. */
    @Override
    public String toString() {
        return name();
    }
}
