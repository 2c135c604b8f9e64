package zhiyin.network;

import java.time.LocalDate;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;

record NetworkExperience(LocalDate month, @Nullable Integer drops, @Nullable Double throughput,
        @Nullable Double latency, @Nullable Integer outages, @Nullable Integer score) {

    static NetworkExperience of(Row experience) {
        return new NetworkExperience(experience.date("month"), experience.optionalNumber("drops"),
                experience.optionalDecimal("throughput"), experience.optionalDecimal("latency"),
                experience.optionalNumber("outages"), experience.optionalNumber("score"));
    }
}
