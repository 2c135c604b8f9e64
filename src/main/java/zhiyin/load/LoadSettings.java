package zhiyin.load;

import java.nio.file.Path;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the load.
 *
 * @param onStart       whether the hub loads what is new when it starts
 * @param stagingMemory the most memory that staging may take, such as 512MB; what needs more goes to disk
 * @param input         folder that the sources' files lie in
 */
@ConfigurationProperties(prefix = "zhiyin.load", ignoreUnknownFields = false)
record LoadSettings(@DefaultValue("true") boolean onStart, @DefaultValue("512MB") String stagingMemory,
        @DefaultValue("data/input") Path input) {}
