package zhiyin.reject;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A refused row whose values are kept, as the schema describes it.
 *
 * @param id          global id
 * @param status      where it stands
 * @param cells       its values in the order of its feed's columns
 * @param text        what could not be told apart by columns; null when nothing
 * @param acceptedIn  number of the load that took it corrected; null when none did
 * @param correctedBy who corrected or dismissed it last; null when nobody did
 * @param correctedAt when
 */
record RefusedRow(String id, RejectStatus status, List<RejectCell> cells, @Nullable String text,
        @Nullable Integer acceptedIn, @Nullable String correctedBy, @Nullable OffsetDateTime correctedAt) {

    /** Name of the GraphQL type. */
    static final String TYPE = "RefusedRow";
}
