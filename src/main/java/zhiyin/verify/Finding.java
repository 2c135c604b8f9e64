package zhiyin.verify;

import java.util.List;
import java.util.Map;

import zhiyin.verify.Difference.Problem;

/**
 * A record that is not as it should be, with what is needed to mend it.
 *
 * @param id      of the record
 * @param problem what is wrong
 * @param fields  which properties and references differ
 * @param row     as the kind's merge statement takes it; only the id for a record that nobody told
 */
record Finding(String id, Problem problem, List<String> fields, Map<String, Object> row) {

    static Finding unknown(String id) {
        return new Finding(id, Problem.UNKNOWN, List.of(), Map.of("id", id));
    }
}
