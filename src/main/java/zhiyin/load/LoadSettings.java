package zhiyin.load;

import java.nio.file.Path;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.Name;
import org.springframework.util.unit.DataSize;

/**
 * Settings of the load.
 *
 * @param onStart       whether the hub loads what is new when it starts
 * @param stagingMemory the most memory that staging may take, such as 512MB; what needs more goes to disk
 * @param input         folder that the sources' files lie in
 * @param maxField      the most that a value of a row may have, one byte for a character; a row with a larger one is refused
 * @param batch         how many records a lane writes to the graph in one transaction, 1 to 20000; more take more of its memory
 * @param importMode    whether a first load may go through Neo4j's bulk importer: {@code zhiyin.load.import}
 * @param importFrom    from how many records on it does
 * @param progress      how long a step may go on without a word of how far it is
 * @param patience      how long a load waits for a store that is away before it stops
 * @param keptRejects   how many refused rows of a feed keep their values in a load, so that they can be corrected; 0 for none
 * @param keptRejectsFor how long the values of a row are kept that nobody corrected, after a load has refused it last
 * @param freshnessLook how often it is looked whether feeds are as fresh as they are declared to be
 * @param interactionsWindow how many whole months of interactions the graph keeps, before the month of the newest one: an ISO period
 *                      such as P13M, or all. Of those before it keeps their number by month, and search keeps them all
 * @param minFree       how much of the disk must be free when a load is started, besides what its files need
 */
@ConfigurationProperties(prefix = "zhiyin.load", ignoreUnknownFields = false)
record LoadSettings(@DefaultValue("true") boolean onStart, @DefaultValue("512MB") String stagingMemory,
        @DefaultValue("data/input") Path input, @DefaultValue("1MB") DataSize maxField,
        @DefaultValue("5000") int batch, @Name("import") @DefaultValue("auto") ImportMode importMode,
        @DefaultValue("300000") long importFrom, @DefaultValue("2s") Duration progress,
        @DefaultValue("5m") Duration patience, @DefaultValue("10000") int keptRejects,
        @DefaultValue("90d") Duration keptRejectsFor, @DefaultValue("1m") Duration freshnessLook,
        @DefaultValue("P13M") String interactionsWindow,
        @DefaultValue("500MB") DataSize minFree) {

    private static final int MOST_KEPT = 1_000_000;

    private static final int LARGEST_BATCH = 20_000;

    private static final DataSize LARGEST_FIELD = DataSize.ofMegabytes(16);

    LoadSettings {
        InteractionsWindow.of(interactionsWindow);
        if (maxField.toBytes() < 1 || maxField.compareTo(LARGEST_FIELD) > 0) {
            throw new IllegalArgumentException(
                    "zhiyin.load.max-field is %s; it must lie between 1B and %s".formatted(maxField, LARGEST_FIELD));
        }
        if (keptRejects < 0 || keptRejects > MOST_KEPT) {
            throw new IllegalArgumentException("zhiyin.load.kept-rejects is %d; it must lie between 0 and %d"
                    .formatted(keptRejects, MOST_KEPT));
        }
        if (freshnessLook.toMillis() < 1) {
            throw new IllegalArgumentException(
                    "zhiyin.load.freshness-look is %s; it must be more than nothing".formatted(freshnessLook));
        }
        if (batch < 1 || batch > LARGEST_BATCH) {
            throw new IllegalArgumentException(
                    "zhiyin.load.batch is %d; it must lie between 1 and %d".formatted(batch, LARGEST_BATCH));
        }
    }

    /** How many whole months of interactions the graph keeps. */
    InteractionsWindow window() {
        return InteractionsWindow.of(interactionsWindow);
    }
}
