package zhiyin.voice;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.relay.Cursor;
import zhiyin.relay.Entity;

record Feedback(String id, Instrument instrument, @Nullable Integer score, @Nullable Integer scaleMin,
        @Nullable Integer scaleMax, @Nullable Boolean solved, @Nullable String text,
        OffsetDateTime answeredAt, Trace trace) implements Entity, Traced {

    enum Instrument {
        NPS, CSAT, CES, COMMENT
    }

    static Feedback of(Row feedback) {
        return new Feedback(feedback.text("id"), feedback.code("instrument", Instrument.class),
                feedback.optionalNumber("score"), feedback.optionalNumber("scaleMin"),
                feedback.optionalNumber("scaleMax"), feedback.optionalFlag("solved"), feedback.optionalText("text"),
                feedback.instant("answeredAt"), Trace.of(feedback));
    }

    Cursor position() {
        return Cursor.at("feedback", answeredAt.toString(), id);
    }
}
