package zhiyin.staging;

import java.util.Map;

import static java.util.stream.Collectors.joining;

import zhiyin.source.Column;
import zhiyin.source.Feed;

/**
 * The SQL that keeps the values of refused rows and tells rows apart by their values. It looks at {@code raw}, {@code torn},
 * {@code fault} and {@code corrected}. Numbers of identity documents are kept as the hash that everything else has of them.
 */
class RefusedRows {

    /** The most characters of a row whose values are kept. */
    private static final int LARGEST = 1 << 16;

    private final Feed feed;

    RefusedRows(Feed feed) {
        this.feed = feed;
    }

    /**
     * An expression that is the same for rows with the same values. Columns without a value do not count, nor does their order: a
     * column that is declared later changes no row that does not have it.
     */
    String hash() {
        return "sha256(concat_ws(chr(31), %s))".formatted(feed.columns().keySet().stream().sorted().map(
                column -> "CASE WHEN given(%1$s) IS NOT NULL THEN %2$s || chr(30) || %1$s END".formatted(
                        Sql.name(column), Sql.text(column)))
                .collect(joining(", ")));
    }

    /** The same for torn rows, whose text counts too. */
    String hashOfTorn() {
        return "sha256(concat_ws(chr(31), %s, chr(29) || _text))".formatted(hash());
    }

    /** An expression of a row's texts by column, as JSON. */
    String cells() {
        return feed.columns().entrySet().stream()
                .map(column -> Sql.text(column.getKey()) + ", " + cell(column))
                .collect(joining(", ", "CAST(json_object(", ") AS VARCHAR)"));
    }

    private static String cell(Map.Entry<String, Column> column) {
        String name = Sql.name(column.getKey());
        return switch (column.getValue().type()) {
            case IDENTIFIER -> "chr(2) || " + name;
            case PHONE, EMAIL -> "ltrim(%s, chr(1))".formatted(name);
            case TEXT, INTEGER, DECIMAL, MONEY, DATE, DATE_TIME, BOOLEAN -> name;
        };
    }

    /** Keeps the rows of a delivery that are at fault, until its feed has as many in the load as may be kept. */
    void keep(Staging staging, Delivery delivery, long load, int most) {
        Object[] place = {load, delivery.source().source(), delivery.feedName(), delivery.name()};
        staging.run("DELETE FROM refused_row WHERE load <> %1$d; DELETE FROM corrected_row WHERE load <> %1$d"
                .formatted(load));
        staging.update("DELETE FROM refused_row WHERE load = ? AND source = ? AND feed = ? AND file = ?", place);
        staging.update("DELETE FROM corrected_row WHERE load = ? AND source = ? AND feed = ? AND file = ?", place);
        keepMore(staging, delivery, load, most);
    }

    /** Keeps those that are at fault besides what is kept of the delivery already. */
    void keepMore(Staging staging, Delivery delivery, long load, int most) {
        long already = staging.number("SELECT count(*) FROM refused_row WHERE load = ? AND source = ? AND feed = ?",
                load,
                delivery.source().source(), delivery.feedName());
        staging.run(refused(Math.max(0, most - already)));
        staging.update("INSERT INTO refused_row SELECT ?, ?, ?, ?, line, hash, cells, text FROM refused", load,
                delivery.source().source(), delivery.feedName(), delivery.name());
    }

    /** Makes the table {@code refused}: line, hash and texts of the rows at fault that are as they were delivered, at most some. */
    private String refused(long most) {
        return """
                CREATE OR REPLACE TEMP TABLE refused AS SELECT * FROM (
                    SELECT _line AS line, %1$s AS hash, %2$s AS cells, CAST(NULL AS VARCHAR) AS text FROM raw
                    WHERE _line IN (SELECT line FROM fault) AND _line NOT IN (SELECT line FROM corrected)
                    UNION ALL SELECT _line, %3$s, %2$s, _text FROM torn
                    WHERE _line IN (SELECT line FROM fault) AND _line NOT IN (SELECT line FROM corrected))
                WHERE length(cells) + coalesce(length(text), 0) <= %4$d ORDER BY line LIMIT %5$d
                """.formatted(hash(), cells(), hashOfTorn(), LARGEST, most);
    }
}
