package zhiyin.golden;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

import static java.util.Comparator.comparingInt;
import static java.util.Comparator.nullsLast;
import static java.util.Comparator.reverseOrder;

import org.jspecify.annotations.Nullable;

import zhiyin.golden.AttributeProvenance.LossReason;
import zhiyin.identity.IdentityRules;

/**
 * By which order records have the word on an attribute: trust in their source, then how lately they observed it, then their id.
 * {@link GoldenRecords} chooses by the same order, in SQL; here is said afterwards why.
 */
record Survival(IdentityRules rules, String attribute) {

    /** A source that no rule names is trusted after all others. */
    private static final int LEAST = 1_000;

    List<String> trustedSources() {
        return rules.survivorship().sources(attribute);
    }

    int trust(Saying saying) {
        int rank = trustedSources().indexOf(saying.record().source());
        return rank < 0 ? LEAST : rank;
    }

    Comparator<Saying> order() {
        return comparingInt(this::trust).thenComparing(Saying::observedAt, nullsLast(reverseOrder()))
                .thenComparing(Saying::id);
    }

    /** Whether a record says what people type to get past a form. */
    boolean isDummy(Saying saying) {
        return rules.dummyValues().getOrDefault(attribute, List.of()).contains(String.valueOf(saying.text(attribute)));
    }

    /** Why what a record says is not shown. */
    LossReason loss(Saying saying, @Nullable Saying winner, boolean isClosedForGood) {
        if (isDummy(saying)) {
            return LossReason.DUMMY;
        }
        if (saying.isClosed() && !isClosedForGood) {
            return LossReason.CLOSED;
        }
        return winner == null ? LossReason.OVERRULED : lossTo(winner, saying);
    }

    private LossReason lossTo(Saying winner, Saying saying) {
        if (order().compare(saying, winner) < 0) {
            return LossReason.NOT_YET;
        }
        if (trust(saying) != trust(winner)) {
            return LossReason.LESS_TRUSTED;
        }
        return Objects.equals(saying.observedAt(), winner.observedAt()) ? LossReason.LATER_KEY : LossReason.OLDER;
    }
}
