package zhiyin.report;

import java.net.URI;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of lineage.
 *
 * @param url       where OpenLineage events are posted to, such as {@code http://marquez:5000}, with or without a path; none are
 *                  when it is not given
 * @param apiKey    what the receiver knows the hub by, sent as a bearer token; none when it is not given
 * @param namespace of the hub's job
 */
@ConfigurationProperties(prefix = "zhiyin.lineage", ignoreUnknownFields = false)
record LineageSettings(@Nullable URI url, @Nullable String apiKey, @DefaultValue("zhiyin") String namespace) {

    private static final String USUAL_PATH = "/api/v1/lineage";

    LineageSettings {
        url = url == null || url.toString().isEmpty() ? null : url;
        if (url != null && !String.valueOf(url.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("zhiyin.lineage.url is '%s'; it must begin with http:// or https://"
                    .formatted(url));
        }
        if (url != null && url.getPath().length() <= 1) {
            url = url.resolve(USUAL_PATH);
        }
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LineageSettings[url=%s, namespace=%s]".formatted(url, namespace);
    }
}
