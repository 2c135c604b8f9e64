package zhiyin.report;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

import tools.jackson.databind.json.JsonMapper;

/** Posts alerts as JSON to the address in the settings. Whoever tells one never waits and never fails over it. */
@Component
@EnableConfigurationProperties(AlertSettings.class)
public class Alerts implements AutoCloseable {

    /** Header with the hexadecimal HMAC-SHA256 of the body, after {@code sha256=}. */
    static final String SIGNATURE = "X-Zhiyin-Signature";

    private static final String HMAC = "HmacSHA256";

    private final AlertSettings settings;
    private final JsonMapper json;
    private final Post post;

    Alerts(AlertSettings settings, JsonMapper json) {
        this.settings = settings;
        this.json = json;
        this.post = new Post(settings.attempts(), settings.pause());
    }

    /** Tells people of something, if there is somewhere to tell it. */
    public void tell(Alert alert) {
        URI url = settings.url();
        if (url != null) {
            post.send("The alert " + alert.event(), request(url, json.writeValueAsBytes(alert)));
        }
    }

    /** The share of a feed's rows that may be refused without an alert. */
    public double toleratedRejects() {
        return settings.rejectShare();
    }

    private HttpRequest request(URI url, byte[] body) {
        HttpRequest.Builder request = HttpRequest.newBuilder(url).timeout(Post.TIMEOUT)
                .header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofByteArray(body));
        String secret = settings.secret();
        return secret == null ? request.build() : request.header(SIGNATURE, "sha256=" + signed(secret, body)).build();
    }

    static String signed(String secret, byte[] body) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            return HexFormat.of().formatHex(mac.doFinal(body));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java has " + HMAC, impossible);
        }
    }

    @Override
    public void close() {
        post.close();
    }
}
