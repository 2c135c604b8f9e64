package zhiyin.staging;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import static java.util.stream.Collectors.joining;

import org.jspecify.annotations.Nullable;

import zhiyin.source.Feed;

/**
 * The rows of a table, or those that a query answers, with their number for a line. They are read in one transaction that
 * changes nothing, a part at a time.
 */
class TableRows implements Rows {

    private static final int PART = 2_000;

    private final Delivery.Table table;
    private final SourceDatabase database;
    private final ResultRows rows;

    TableRows(Delivery.Table table, SourceDatabase database, Texts texts) {
        this.table = table;
        this.database = database;
        this.rows = new ResultRows(List.copyOf(table.feed().columns().keySet()), texts);
    }

    @Override
    public void read(Taker taker) {
        try (Connection connection = database.open()) {
            String quote = connection.getMetaData().getIdentifierQuoteString().strip();
            List<TableColumn> found = columns(connection);
            taker.columns(1, names(found));
            read(connection, quote, found, taker);
            connection.rollback();
        } catch (SQLException refused) {
            throw database.failure(table, refused);
        }
    }

    private String rowsOfFeed() {
        Feed feed = table.feed();
        return feed.origin().table() == null
                ? "(%s) zhiyin".formatted(String.valueOf(feed.origin().query()).strip().replaceFirst(";$", ""))
                : String.valueOf(feed.origin().table());
    }

    /** The table's columns; databases differ in the case of the names that they tell. */
    private List<TableColumn> columns(Connection connection) throws SQLException {
        try (PreparedStatement none = connection
                .prepareStatement("SELECT * FROM %s WHERE 1 = 0".formatted(rowsOfFeed()));
                ResultSet answer = none.executeQuery()) {
            ResultSetMetaData described = answer.getMetaData();
            List<TableColumn> columns = new ArrayList<>();
            for (int i = 1; i <= described.getColumnCount(); i++) {
                columns.add(TableColumn.of(described, i, table.feed().columns().keySet()));
            }
            return columns;
        }
    }

    private static List<String> names(List<TableColumn> columns) {
        return columns.stream().map(TableColumn::name).toList();
    }

    private void read(Connection connection, String quote, List<TableColumn> all, Taker taker) throws SQLException {
        List<TableColumn> found = all.stream().filter(column -> table.feed().columns().containsKey(column.name()))
                .toList();
        String columns = found.isEmpty()
                ? "1"
                : found.stream().map(column -> column.quoted(quote)).collect(joining(", "));
        TableColumn watermark = watermark(found);
        String condition = watermark == null ? "" : " WHERE %s >= ?".formatted(watermark.quoted(quote));
        int[] positions = table.feed().columns().keySet().stream().mapToInt(names(found)::indexOf).map(at -> at + 1)
                .toArray();
        try (PreparedStatement select = connection
                .prepareStatement("SELECT %s FROM %s%s".formatted(columns, rowsOfFeed(), condition))) {
            select.setFetchSize(PART);
            if (watermark != null && table.since() != null) {
                select.setObject(1, watermark.before(table.since(), table.feed().origin().overlapping()));
            }
            try (ResultSet answer = select.executeQuery()) {
                rows.hand(answer, positions, (row, column) -> found.get(column - 1).text(row, column), taker);
            }
        }
    }

    /** The column that rows are chosen by; null when all are. */
    private @Nullable TableColumn watermark(List<TableColumn> found) {
        return table.since() == null
                ? null
                : found.stream().filter(column -> column.name().equals(table.feed().watermark())).findFirst()
                        .orElse(null);
    }
}
