package zhiyin.access;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where accounts are kept.
 *
 * @param data folder of everything that the hub keeps
 */
@ConfigurationProperties("zhiyin")
record AccessSettings(@DefaultValue("data") Path data) {

    Path credentials() {
        return data.resolve("credentials.json");
    }

    Path signingKey() {
        return data.resolve("signing-key.json");
    }
}
