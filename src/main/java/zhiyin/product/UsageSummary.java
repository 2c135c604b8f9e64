package zhiyin.product;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;

record UsageSummary(LocalDate month, @Nullable Integer voiceMinutes, @Nullable Integer messages,
        @Nullable Integer dataMegabytes, @Nullable Integer roamingMegabytes, @Nullable Boolean overAllowance,
        Trace trace) implements Traced {

    static UsageSummary of(Row usage) {
        return new UsageSummary(usage.date("month"), usage.optionalNumber("voiceMinutes"),
                usage.optionalNumber("messages"), usage.optionalNumber("dataMegabytes"),
                usage.optionalNumber("roamingMegabytes"), usage.optionalFlag("overAllowance"), Trace.of(usage));
    }
}
