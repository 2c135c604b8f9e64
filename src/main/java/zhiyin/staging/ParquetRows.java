package zhiyin.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;

import static java.util.stream.Collectors.joining;

import org.duckdb.DuckDBDriver;

import zhiyin.source.Feed;

/**
 * The rows of a Parquet file, with their number for a line. A DuckDB of its own reads it, which may open this file and nothing
 * else; staging itself opens none.
 */
class ParquetRows implements Rows {

    private final Path file;
    private final Feed feed;
    private final ResultRows rows;

    ParquetRows(Path file, Feed feed, Texts texts) {
        this.file = file.toAbsolutePath();
        this.feed = feed;
        this.rows = new ResultRows(List.copyOf(feed.columns().keySet()), texts);
    }

    @Override
    public void read(Taker taker) throws IOException {
        try (Connection duckdb = open()) {
            Map<String, String> types = types(duckdb);
            Map<String, String> paths = paths(types);
            taker.columns(1, names(types, paths));
            read(duckdb, paths, taker);
        } catch (SQLException damaged) {
            throw new UnreadableException(sentence(String.valueOf(damaged.getMessage())), damaged);
        }
    }

    /** What DuckDB says of a file, without the statement that it was asked with and the folder that nobody needs to know. */
    private String sentence(String message) {
        return message.lines().findFirst().orElse(message).replace(file.toString(), String.valueOf(file.getFileName()))
                .replaceFirst("^([A-Z]\\w* )*Error: (\\w+Exception: )?", "");
    }

    private Connection open() throws SQLException {
        Properties settings = new Properties();
        settings.setProperty(DuckDBDriver.JDBC_STREAM_RESULTS, "true");
        settings.setProperty("memory_limit", "256MB");
        settings.setProperty("threads", "1");
        settings.setProperty("autoinstall_known_extensions", "false");
        settings.setProperty("autoload_known_extensions", "false");
        Connection duckdb = DriverManager.getConnection("jdbc:duckdb:", settings);
        try (Statement statement = duckdb.createStatement()) {
            statement.execute("SET TimeZone = 'UTC'");
            statement.execute("SET allowed_paths = [%s]".formatted(Sql.text(file.toString())));
            statement.execute("SET enable_external_access = false");
            statement.execute("SET lock_configuration = true");
            return duckdb;
        } catch (SQLException refused) {
            duckdb.close();
            throw refused;
        }
    }

    /** The file's columns, those of structures under their path, with DuckDB's word for their types. */
    private Map<String, String> types(Connection duckdb) throws SQLException {
        Map<String, String> types = new LinkedHashMap<>();
        try (PreparedStatement describe = duckdb.prepareStatement("DESCRIBE SELECT * FROM read_parquet(?)")) {
            describe.setString(1, file.toString());
            try (ResultSet columns = describe.executeQuery()) {
                while (columns.next()) {
                    types.put(columns.getString("column_name"), columns.getString("column_type"));
                }
            }
        }
        return types;
    }

    /** Where each declared column is that is there: as a column, or by a path into a structure. */
    private Map<String, String> paths(Map<String, String> types) {
        Map<String, String> paths = new LinkedHashMap<>();
        for (String column : feed.columns().keySet()) {
            int dot = column.indexOf('.');
            if (types.containsKey(column)) {
                paths.put(column, text(Sql.name(column), types.getOrDefault(column, "")));
            } else if (dot > 0 && types.getOrDefault(column.substring(0, dot), "").startsWith("STRUCT")) {
                paths.put(column, "CAST(%s AS VARCHAR)".formatted(String.join(".",
                        List.of(column.split("\\.")).stream().map(Sql::name).toList())));
            }
        }
        return paths;
    }

    /** A value as text. Whole numbers often come as floating ones, since those may be absent in many a program. */
    private static String text(String column, String type) {
        String form = switch (type) {
            case "DATE" -> "strftime(%s, '%%Y-%%m-%%d')";
            case "TIMESTAMP WITH TIME ZONE" -> "strftime(%s, '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ')";
            case "TIMESTAMP", "TIMESTAMP_NS", "TIMESTAMP_MS", "TIMESTAMP_S" ->
                "strftime(CAST(%s AS TIMESTAMP), '%%Y-%%m-%%dT%%H:%%M:%%S.%%f')";
            case "DOUBLE", "FLOAT" -> """
                    CASE WHEN %1$s = trunc(%1$s) AND abs(%1$s) < 1e15 THEN CAST(CAST(%1$s AS BIGINT) AS VARCHAR)
                         ELSE CAST(%1$s AS VARCHAR) END""";
            default -> "CAST(%s AS VARCHAR)";
        };
        return form.formatted(column);
    }

    /** What is declared and there, and what is there besides. */
    private List<String> names(Map<String, String> types, Map<String, String> paths) {
        List<String> names = new ArrayList<>(paths.keySet());
        types.keySet().stream().filter(name -> !paths.containsKey(name)
                && paths.keySet().stream().noneMatch(path -> path.startsWith(name + "."))).forEach(names::add);
        return names;
    }

    private void read(Connection duckdb, Map<String, String> paths, Taker taker) throws SQLException {
        String columns = paths.isEmpty() ? "1" : paths.values().stream().collect(joining(", "));
        List<String> found = List.copyOf(paths.keySet());
        int[] positions = feed.columns().keySet().stream().mapToInt(column -> found.indexOf(column) + 1).toArray();
        try (PreparedStatement select = duckdb
                .prepareStatement("SELECT %s FROM read_parquet(?)".formatted(columns))) {
            select.setString(1, file.toString());
            try (ResultSet answer = select.executeQuery()) {
                rows.hand(answer, positions, ResultSet::getString, taker);
            }
        }
    }
}
