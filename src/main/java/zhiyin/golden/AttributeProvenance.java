package zhiyin.golden;

import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.customer.SourceRecord;

/** Where an attribute of a customer came from, as the schema describes it. */
record AttributeProvenance(String attribute, @Nullable String value, ProvenanceReason reason,
        @Nullable SourceRecord sourceRecord, List<SourceRecord> confirmedBy, List<OtherValue> others,
        List<String> trustedSources) {

    /** What a record says of an attribute, and the customer does not show. */
    record OtherValue(String value, SourceRecord sourceRecord, LossReason reason) {}

    enum ProvenanceReason {
        UNDISPUTED, MOST_TRUSTED, NEWEST, FIRST, CONCLUDED, OUTDATED;

        /** Why a value is shown that a record says, when the records that came closest to it lost for these reasons. */
        static ProvenanceReason over(List<LossReason> losses) {
            if (losses.contains(LossReason.NOT_YET)) {
                return OUTDATED;
            }
            return losses.stream().filter(loss -> !loss.isOfItself()).findFirst().map(loss -> switch (loss) {
                case LESS_TRUSTED -> MOST_TRUSTED;
                case OLDER -> NEWEST;
                case LATER_KEY -> FIRST;
                case CLOSED, DUMMY, OVERRULED, NOT_YET -> throw new IllegalStateException(loss + " beat nothing");
            }).orElse(UNDISPUTED);
        }
    }

    enum LossReason {
        LESS_TRUSTED, OLDER, LATER_KEY, CLOSED, DUMMY, OVERRULED, NOT_YET;

        /** Whether the value would not count even if nobody said otherwise. */
        boolean isOfItself() {
            return this == CLOSED || this == DUMMY;
        }
    }
}
