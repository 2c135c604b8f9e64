package zhiyin.load;

import java.nio.file.Path;
import java.time.LocalDate;

import zhiyin.sample.SampleOperator;
import zhiyin.sample.SampleRequest;
import zhiyin.sample.SampleSummary;

/** A small operator to load. */
public final class SampleInput {

    private SampleInput() {}

    /** Makes it in a folder, the same each time. */
    public static SampleSummary in(Path folder, int customers) {
        return new SampleOperator(Path.of("etl"))
                .generate(new SampleRequest(customers, 7, LocalDate.of(2026, 10, 31), folder));
    }
}
