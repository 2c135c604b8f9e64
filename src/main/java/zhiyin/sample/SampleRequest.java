package zhiyin.sample;

import java.nio.file.Path;
import java.time.LocalDate;

/**
 * What to generate.
 *
 * @param customers how many real people and organisations, at least 1
 * @param seed the same seed gives the same bytes
 * @param until the day on which the extracts are taken
 * @param out the folder to write to; made when it is not there
 */
public record SampleRequest(int customers, long seed, LocalDate until, Path out) {

    /** The most customers for whom keys and numbers are still unique. */
    public static final int MOST_CUSTOMERS = 4_000_000;

    public SampleRequest {
        if (customers < 1 || customers > MOST_CUSTOMERS) {
            throw new IllegalArgumentException(
                    "Cannot generate %d customers: ask for 1 to %d".formatted(customers, MOST_CUSTOMERS));
        }
    }
}
