package zhiyin.reject;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what is wrong with a correction before it is kept. Whether the row is good then is found out by the load that reads it. */
@Component
class CorrectionCheck {

    private static final int LONGEST = 16_000;
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}\\uFFFD&&[^\\t\\r\\n]]");

    private final Disclosure disclosure;

    CorrectionCheck(Disclosure disclosure) {
        this.disclosure = disclosure;
    }

    /** Why something cannot be done with a row. */
    record Mistake(RejectErrorCode code, String message) {}

    /** What hinders changing a row at all. */
    Optional<Mistake> mistakeIn(@Nullable StoredRow row) {
        if (row == null) {
            return Optional.of(new Mistake(RejectErrorCode.UNKNOWN_ROW,
                    "No refused row has this id; it is the id of the row of a reject."));
        }
        return row.status() == RejectStatus.ACCEPTED
                ? Optional.of(new Mistake(RejectErrorCode.ALREADY_ACCEPTED,
                        "Load %d has taken this row as it was corrected; what is to be otherwise now, its source has to deliver."
                                .formatted(row.acceptedIn())))
                : Optional.empty();
    }

    /** What is wrong with new texts for a row. */
    Optional<Mistake> mistakeIn(@Nullable StoredRow row, Map<String, String> values) {
        Optional<Mistake> hindrance = mistakeIn(row);
        if (row == null || hindrance.isPresent()) {
            return hindrance;
        }
        if (values.isEmpty()) {
            return Optional.of(new Mistake(RejectErrorCode.NOTHING_GIVEN, "No column is given a value."));
        }
        return values.entrySet().stream().flatMap(text -> mistakeIn(row, text.getKey(), text.getValue()).stream())
                .findFirst();
    }

    private Optional<Mistake> mistakeIn(StoredRow row, String column, String value) {
        List<String> columns = disclosure.columnNames(row.source(), row.feed());
        if (!columns.contains(column)) {
            return Optional.of(new Mistake(RejectErrorCode.UNKNOWN_COLUMN, "%s.%s has no column '%s'; it has %s."
                    .formatted(row.source(), row.feed(), column, String.join(", ", columns))));
        }
        if (value.length() > LONGEST || CONTROL.matcher(value).find()) {
            return Optional.of(new Mistake(RejectErrorCode.INVALID_VALUE,
                    "The value of '%s' has a control character or more than %,d characters.".formatted(column,
                            LONGEST)));
        }
        return row.ofReference() && disclosure.keys(row.source(), row.feed()).contains(column)
                ? Optional.of(new Mistake(RejectErrorCode.KEY_COLUMN,
                        "'%s' tells this row's record apart, and the record is staged already; correct what it refers to."
                                .formatted(column)))
                : Optional.empty();
    }
}
