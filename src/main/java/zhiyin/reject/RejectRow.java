package zhiyin.reject;

import java.sql.ResultSet;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

import zhiyin.staging.RejectReason;

/** A reject with its row, as they are kept. */
record RejectRow(int position, String source, String feed, String file, long line, @Nullable String field,
        RejectReason reason, String message, @Nullable StoredRow row) {

    /** What is read of the reject {@code r}. */
    static final String COLUMNS = "r.source, r.feed, r.file, r.line, r.field, r.reason, r.message";

    static RejectRow of(ResultSet row) throws SQLException {
        boolean isKept = row.getObject("id") != null;
        return new RejectRow(row.getInt("position"), row.getString("source"), row.getString("feed"),
                row.getString("file"), row.getLong("line"), row.getString("field"),
                RejectReason.valueOf(row.getString("reason")), row.getString("message"),
                isKept ? StoredRow.of(row) : null);
    }

    Reject shown(Disclosure disclosure) {
        return new Reject(source, feed, file, line, field, reason, message,
                row == null ? RejectStatus.OPEN : row.status(), row == null ? null : disclosure.shown(row));
    }
}
