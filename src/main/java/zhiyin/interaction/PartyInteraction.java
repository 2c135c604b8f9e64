package zhiyin.interaction;

import java.time.OffsetDateTime;

import org.jspecify.annotations.Nullable;

import zhiyin.graph.Row;
import zhiyin.lineage.Trace;
import zhiyin.lineage.Traced;
import zhiyin.relay.Cursor;
import zhiyin.relay.Entity;

record PartyInteraction(String id, Type type, Channel channel, Direction direction, Status status,
        @Nullable String reason, @Nullable String rootCause, @Nullable String resolution, @Nullable String text,
        @Nullable String originContext, @Nullable String agent, OffsetDateTime startedAt,
        @Nullable OffsetDateTime endedAt, @Nullable Integer queueSeconds, @Nullable Integer talkSeconds,
        @Nullable Integer holdSeconds, @Nullable Integer afterCallSeconds, Trace trace) implements Entity, Traced {

    enum Type {
        ENQUIRY, REQUEST, INCIDENT, COMPLAINT, SUGGESTION, CANCELLATION, SELF_SERVICE, NOTICE
    }

    enum Channel {
        CALL_CENTER, IVR, STORE, APP, WEB, CHAT, EMAIL, SMS, SOCIAL, LETTER, OTHER
    }

    enum Direction {
        INBOUND, OUTBOUND
    }

    enum Status {
        OPEN, IN_PROGRESS, COMPLETED
    }

    static PartyInteraction of(Row interaction) {
        return new PartyInteraction(interaction.text("id"), interaction.code("type", Type.class),
                interaction.code("channel", Channel.class), interaction.code("direction", Direction.class),
                interaction.code("status", Status.class), interaction.optionalText("reason"),
                interaction.optionalText("rootCause"), interaction.optionalText("resolution"),
                interaction.optionalText("text"), interaction.optionalText("originContext"),
                interaction.optionalText("agent"), interaction.instant("startedAt"),
                interaction.optionalInstant("endedAt"), interaction.optionalNumber("queueSeconds"),
                interaction.optionalNumber("talkSeconds"), interaction.optionalNumber("holdSeconds"),
                interaction.optionalNumber("afterCallSeconds"), Trace.of(interaction));
    }

    Cursor position() {
        return Cursor.at("interactions", startedAt.toString(), id);
    }
}
