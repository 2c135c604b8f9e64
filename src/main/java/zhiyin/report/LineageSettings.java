package zhiyin.report;

import java.net.URI;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of lineage.
 *
 * @param url       where OpenLineage events are posted to, such as {@code http://marquez:5000}, with or without a path; none are
 *                  when it is empty
 * @param apiKey    what the receiver knows the hub by, sent as a bearer token; none when it is not given
 * @param namespace of the hub's job
 */
@ConfigurationProperties(prefix = "zhiyin.lineage", ignoreUnknownFields = false)
record LineageSettings(@DefaultValue("") String url, @Nullable String apiKey,
        @DefaultValue("zhiyin") String namespace) {

    private static final String USUAL_PATH = "/api/v1/lineage";

    LineageSettings {
        if (!url.isEmpty() && !url.matches("https?://.+")) {
            throw new IllegalArgumentException("zhiyin.lineage.url is '%s'; it must begin with http:// or https://"
                    .formatted(url));
        }
    }

    /** Where events go; empty when nobody wants them. */
    Optional<URI> address() {
        return Optional.of(url).filter(given -> !given.isEmpty()).map(URI::create)
                .map(given -> given.getPath().length() <= 1 ? given.resolve(USUAL_PATH) : given);
    }

    /** Without the key. */
    @Override
    public String toString() {
        return "LineageSettings[url=%s, namespace=%s]".formatted(url, namespace);
    }
}
