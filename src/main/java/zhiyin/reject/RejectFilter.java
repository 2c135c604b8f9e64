package zhiyin.reject;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;

import zhiyin.staging.RejectReason;

/**
 * Which rejects of a load are asked for; null for any.
 *
 * @param feed   feed such as {@code crm.customers}
 * @param reason rule that was broken
 * @param status where the row stands
 */
public record RejectFilter(@Nullable String feed, @Nullable RejectReason reason, @Nullable RejectStatus status) {

    /** All of them. */
    public static final RejectFilter ANY = new RejectFilter(null, null, null);

    /** What must hold of the reject {@code r} and its row {@code w}. */
    static final String CONDITION = """
            (CAST(:feed AS TEXT) IS NULL OR r.source || '.' || r.feed = :feed)
            AND (CAST(:reason AS TEXT) IS NULL OR r.reason = :reason)
            AND (CAST(:status AS TEXT) IS NULL OR coalesce(w.status, 'OPEN') = :status)
            """;

    MapSqlParameterSource parameters(Map<String, ?> more) {
        return new MapSqlParameterSource(more).addValue("feed", feed)
                .addValue("reason", reason == null ? null : reason.name())
                .addValue("status", status == null ? null : status.name());
    }
}
