package zhiyin.report;

import java.net.URI;
import java.time.Duration;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of alerts.
 *
 * @param url      where alerts are posted to; none are when it is not given
 * @param secret   what they are signed with; they are not when it is not given
 * @param attempts how often one is sent until it is taken, 1 to 10
 * @param pause    how long to wait after the first attempt; twice as long after each further one
 * @param rejectShare share of a feed's rows, 0 to 1, above which their refusal is told
 */
@ConfigurationProperties(prefix = "zhiyin.alerts", ignoreUnknownFields = false)
record AlertSettings(@Nullable URI url, @Nullable String secret, @DefaultValue("6") int attempts,
        @DefaultValue("2s") Duration pause, @DefaultValue("0.05") double rejectShare) {

    private static final int MOST_ATTEMPTS = 10;

    AlertSettings {
        if (attempts < 1 || attempts > MOST_ATTEMPTS) {
            throw new IllegalArgumentException(
                    "zhiyin.alerts.attempts is %d; it must lie between 1 and %d".formatted(attempts, MOST_ATTEMPTS));
        }
        if (rejectShare < 0 || rejectShare > 1) {
            throw new IllegalArgumentException(
                    "zhiyin.alerts.reject-share is %s; it must lie between 0 and 1".formatted(rejectShare));
        }
        if (url != null && !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("zhiyin.alerts.url is '%s'; it must begin with http:// or https://"
                    .formatted(url));
        }
    }

    /** Without the secret. */
    @Override
    public String toString() {
        return "AlertSettings[url=%s, attempts=%d, pause=%s]".formatted(url, attempts, pause);
    }
}
