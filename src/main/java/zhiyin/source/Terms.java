package zhiyin.source;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a delivery means beside those before, and when it is unfit.
 *
 * @param changes   how it stands to what was delivered before; a delta when not given
 * @param closed    how a row says that its record is no more; null when none does
 * @param tolerance how many rows may be refused, such as {@code 2%}; beyond it the delivery is refused whole; null for any
 * @param checks    rules beyond single columns; null when none
 */
public record Terms(@Nullable ChangeKind changes, @Nullable ClosedMark closed, @Nullable String tolerance,
        @Nullable List<DeclaredCheck> checks) {

    /** How a delivery stands to what was delivered before. */
    public ChangeKind changeKind() {
        return changes == null ? ChangeKind.DELTA : changes;
    }

    /** How many rows may be refused; null for any number. */
    public @Nullable Tolerance tolerated() {
        return tolerance == null ? null : Tolerance.of(tolerance);
    }

    /** Rules beyond single columns. */
    public List<DeclaredCheck> declaredChecks() {
        return checks == null ? List.of() : checks;
    }
}
