package zhiyin.source;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;

import org.jspecify.annotations.Nullable;

import zhiyin.model.RecordField;
import zhiyin.model.RecordKind;

import static java.util.stream.Collectors.joining;

/** Finds SQL of a feed that does not fit its columns, by asking DuckDB over a table of these columns without a row. */
class SqlCheck {

    /** What DuckDB said of an expression over a table: declarations are read again and again. */
    private static final Map<String, String> ANSWERS = new ConcurrentHashMap<>();

    private final Feed feed;
    private final List<RecordKind> kinds;
    private final BiConsumer<String, String> mistakes;

    /**
     * A check.
     *
     * @param feed     what to look at; its columns and records are declared
     * @param kinds    the kinds of record that feeds may fill
     * @param mistakes takes the key at fault and the rule that it breaks
     */
    SqlCheck(Feed feed, List<RecordKind> kinds, BiConsumer<String, String> mistakes) {
        this.feed = feed;
        this.kinds = kinds;
        this.mistakes = mistakes;
    }

    void run() {
        if (feed.columns().values().stream().anyMatch(column -> column == null || column.type() == null)) {
            return; // told already, and nothing can be said without types
        }
        List<DeclaredCheck> checks = feed.terms().declaredChecks();
        for (int i = 0; i < checks.size(); i++) {
            ask("checks[" + i + "].sql", checks.get(i) == null ? null : checks.get(i).sql(), "BOOLEAN");
        }
        for (int i = 0; i < feed.records().size(); i++) {
            RecordMapping mapping = feed.records().get(i);
            if (mapping != null) {
                ask("records[" + i + "].when", mapping.when(), "BOOLEAN");
                askFields("records[" + i + "].fields.", mapping);
            }
        }
    }

    private void askFields(String place, RecordMapping mapping) {
        List<RecordField> fields = kinds.stream().filter(kind -> kind.name().equals(mapping.kind()))
                .flatMap(kind -> kind.fields().stream()).toList();
        Map<String, FieldMapping> mapped = mapping.fields() == null ? Map.of() : mapping.fields();
        for (RecordField field : fields) {
            FieldMapping from = mapped.get(field.name());
            if (from != null) {
                ask(place + field.name() + ".sql", from.sql(), SqlTypes.of(field.type()));
                askConstant(place + field.name() + ".constant", from.constant(), SqlTypes.of(field.type()));
            }
        }
    }

    private void ask(String place, @Nullable String sql, String type) {
        if (sql == null) {
            return;
        }
        String answer = answer("SELECT TRY(CAST((%s) AS %s)) FROM typed".formatted(sql, type));
        if (!answer.isEmpty()) {
            mistakes.accept(place, "this is no SQL over the columns of the feed: " + answer);
        }
    }

    private void askConstant(String place, @Nullable String constant, String type) {
        if (constant != null && !answer("SELECT CAST('%s' AS %s)".formatted(constant.replace("'", "''"), type))
                .isEmpty()) {
            mistakes.accept(place, "'%s' is no %s".formatted(constant, type));
        }
    }

    private String answer(String question) {
        String table = "CREATE TABLE typed (%s)".formatted(columns().entrySet().stream().map(
                column -> "\"%s\" %s".formatted(column.getKey().replace("\"", "\"\""), column.getValue()))
                .collect(joining(", ")));
        return ANSWERS.computeIfAbsent(table + question, each -> answer(table, question));
    }

    /** As staging has them: a column of money gives its currency, too. */
    private Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        feed.columns().forEach((name, column) -> {
            columns.put(name, SqlTypes.of(column.type()));
            if (column.type() == ColumnType.MONEY) {
                columns.put(name + Column.CURRENCY, SqlTypes.of(ColumnType.TEXT));
            }
        });
        return columns;
    }

    private static String answer(String table, String question) {
        Properties settings = new Properties();
        settings.setProperty("enable_external_access", "false");
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:", settings);
                Statement statement = duckdb.createStatement()) {
            statement.execute(table);
            try (PreparedStatement asked = duckdb.prepareStatement(question)) {
                asked.executeQuery().close();
            }
            return "";
        } catch (SQLException invalid) {
            return sentence(String.valueOf(invalid.getMessage()));
        }
    }

    /** What is wrong without the statement that it was asked with, which nobody wrote. */
    private static String sentence(String message) {
        int statement = message.indexOf("\n\nLINE ");
        return (statement < 0 ? message : message.substring(0, statement)).strip().replaceAll("\\s*\\R\\s*", ". ")
                .replace("!.", "!").replaceFirst("^(Binder|Parser|Catalog) Error: ", "");
    }
}
