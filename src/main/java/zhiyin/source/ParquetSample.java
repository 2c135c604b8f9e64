package zhiyin.source;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the first rows of a Parquet file. */
class ParquetSample {

    private final int rows;

    ParquetSample(int rows) {
        this.rows = rows;
    }

    Sample read(Path file) throws IOException {
        Map<String, List<String>> columns = new LinkedHashMap<>();
        try (Connection duckdb = DriverManager.getConnection("jdbc:duckdb:");
                PreparedStatement select = duckdb.prepareStatement("SELECT * FROM read_parquet(?) LIMIT ?")) {
            select.setString(1, file.toAbsolutePath().toString());
            select.setInt(2, rows);
            try (ResultSet answer = select.executeQuery()) {
                take(answer, columns);
            }
        } catch (SQLException damaged) {
            throw new IOException("this is no Parquet file: " + damaged.getMessage(), damaged);
        }
        Map<String, String> layout = new LinkedHashMap<>();
        layout.put("format", "parquet");
        return new Sample(layout, columns, new ArrayList<>());
    }

    private static void take(ResultSet answer, Map<String, List<String>> columns) throws SQLException {
        int width = answer.getMetaData().getColumnCount();
        for (int i = 1; i <= width; i++) {
            columns.put(answer.getMetaData().getColumnName(i), new ArrayList<>());
        }
        while (answer.next()) {
            int next = 1;
            for (List<String> values : columns.values()) {
                String value = answer.getString(next);
                values.add(value == null ? "" : value.replaceFirst("[.]0$", ""));
                next++;
            }
        }
    }
}
