package zhiyin.reject;

import java.security.Principal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.MutationMapping;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.stereotype.Controller;

import zhiyin.reject.CorrectionCheck.Mistake;
import zhiyin.relay.GlobalId;

@Controller
@PreAuthorize("hasRole('ENGINEER')")
class RejectController {

    private static final int MOST = 100;

    private final RowStore rows;
    private final CorrectionStore corrections;
    private final CorrectionCheck check;
    private final Disclosure disclosure;

    RejectController(RowStore rows, CorrectionStore corrections, CorrectionCheck check, Disclosure disclosure) {
        this.rows = rows;
        this.corrections = corrections;
        this.check = check;
        this.disclosure = disclosure;
    }

    record RejectCorrectInput(List<RowCorrection> corrections) {}

    record RowCorrection(String row, List<ColumnText> values) {}

    record ColumnText(String column, @Nullable String value) {}

    record RejectDismissInput(List<String> rows) {}

    record RejectUserError(RejectErrorCode code, String message, @Nullable List<String> field) {}

    /** What came of correcting or dismissing rows. */
    record RejectCorrectPayload(List<RefusedRow> rows, List<RejectUserError> userErrors) {}

    @MutationMapping
    RejectCorrectPayload rejectCorrect(@Argument RejectCorrectInput input, Principal who) {
        List<RowCorrection> asked = input.corrections();
        if (asked.size() > MOST) {
            return tooMany("corrections");
        }
        Map<Long, StoredRow> found = found(asked.stream().map(RowCorrection::row).toList());
        List<Long> corrected = new ArrayList<>();
        List<RejectUserError> errors = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            StoredRow row = found.get(id(asked.get(i).row()));
            Map<String, String> values = texts(asked.get(i).values());
            if (row != null) {
                disclosure.shown(row).cells().stream().filter(cell -> cell.isUntouched(values.get(cell.column())))
                        .forEach(cell -> values.remove(cell.column()));
            }
            Optional<Mistake> mistake = check.mistakeIn(row, values);
            if (mistake.isPresent()) {
                errors.add(error(mistake.get(), "corrections", i));
            } else if (row != null) {
                corrections.correct(row, values, who.getName());
                corrected.add(row.id());
            }
        }
        return new RejectCorrectPayload(shown(corrected), errors);
    }

    private static Map<String, String> texts(List<ColumnText> values) {
        Map<String, String> texts = new LinkedHashMap<>();
        values.forEach(text -> texts.put(text.column(), text.value() == null ? "" : text.value()));
        return texts;
    }

    @MutationMapping
    RejectCorrectPayload rejectDismiss(@Argument RejectDismissInput input, Principal who) {
        if (input.rows().size() > MOST) {
            return tooMany("rows");
        }
        Map<Long, StoredRow> found = found(input.rows());
        List<StoredRow> dismissed = new ArrayList<>();
        List<RejectUserError> errors = new ArrayList<>();
        for (int i = 0; i < input.rows().size(); i++) {
            StoredRow row = found.get(id(input.rows().get(i)));
            Optional<Mistake> mistake = check.mistakeIn(row);
            if (mistake.isPresent()) {
                errors.add(error(mistake.get(), "rows", i));
            } else if (row != null) {
                dismissed.add(row);
            }
        }
        corrections.dismiss(dismissed, who.getName());
        return new RejectCorrectPayload(shown(dismissed.stream().map(StoredRow::id).toList()), errors);
    }

    private static RejectCorrectPayload tooMany(String field) {
        return new RejectCorrectPayload(List.of(), List.of(new RejectUserError(RejectErrorCode.TOO_MANY,
                "At most %d rows at once.".formatted(MOST), List.of("input", field))));
    }

    private static RejectUserError error(Mistake mistake, String field, int at) {
        return new RejectUserError(mistake.code(), mistake.message(),
                List.of("input", field, Integer.toString(at)));
    }

    private Map<Long, StoredRow> found(List<String> ids) {
        return rows.find(ids.stream().map(RejectController::id).distinct().toList()).stream()
                .collect(toMap(StoredRow::id, identity()));
    }

    private List<RefusedRow> shown(List<Long> ids) {
        return rows.find(ids).stream().map(disclosure::shown).toList();
    }

    /** The id within the table; 0, which no row has, for whatever the API never gave out. */
    private static long id(String global) {
        return GlobalId.decode(global, RefusedRow.TYPE).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf)
                .orElse(0L);
    }
}
