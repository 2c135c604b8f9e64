package zhiyin.load;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;

/**
 * Settings of the load.
 *
 * @param onStart       whether the hub loads what is new when it starts
 * @param stagingMemory the most memory that staging may take, such as 512MB; what needs more goes to disk
 * @param input         folder that the sources' files lie in
 * @param batch         how many records a lane writes to the graph in one transaction, 1 to 20000; more take more of its memory
 * @param importMode    whether a first load may go through Neo4j's bulk importer: {@code zhiyin.load.import}
 * @param importFrom    from how many records on it does
 * @param progress      how long a step may go on without a word of how far it is
 */
@ConfigurationProperties(prefix = "zhiyin.load", ignoreUnknownFields = false)
record LoadSettings(@DefaultValue("true") boolean onStart, @DefaultValue("512MB") String stagingMemory,
        @DefaultValue("data/input") Path input, @DefaultValue("5000") int batch,
        @Name("import") @DefaultValue("auto") ImportMode importMode, @DefaultValue("300000") long importFrom,
        @DefaultValue("2s") Duration progress) {

    private static final int LARGEST_BATCH = 20_000;

    LoadSettings {
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "zhiyin.load.batch is %d; it must lie between 1 and %d".formatted(batch, LARGEST_BATCH));
        }
    }
}
