package zhiyin.command;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;

import com.sun.net.httpserver.HttpServer;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import picocli.CommandLine;

import static org.assertj.core.api.Assertions.assertThat;

class HealthTests {

    private final StringWriter told = new StringWriter();
    private final HttpServer hub;

    HealthTests() throws IOException {
        hub = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    }

    @BeforeEach
    void start() {
        hub.start();
    }

    @AfterEach
    void stop() {
        hub.stop(0);
    }

    @Test
    void isGoodWhenTheHubIsWell() {
        answer(200);
        assertThat(health()).isZero();
        assertThat(told.toString()).isEmpty();
    }

    @Test
    void isBadWhenAStoreIsMissing() {
        answer(503);
        assertThat(health()).isEqualTo(1);
        assertThat(told.toString()).contains("The hub is not well", "503");
    }

    @Test
    void isBadWhenNobodyAnswers() {
        hub.stop(0);
        assertThat(health()).isEqualTo(1);
        assertThat(told.toString()).contains("The hub does not answer", "/actuator/health");
    }

    private void answer(int status) {
        hub.createContext("/actuator/health", exchange -> {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    private int health() {
        return new CommandLine(new Health()).setErr(new PrintWriter(told, true))
                .execute("--port", Integer.toString(hub.getAddress().getPort()));
    }
}
