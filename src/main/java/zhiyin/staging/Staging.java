package zhiyin.staging;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.regex.Pattern;

import static java.util.Objects.requireNonNull;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

import org.duckdb.DuckDBConnection;

/**
 * The door to DuckDB. One process at a time holds the file; within it, callers take turns.
 */
public final class Staging implements AutoCloseable {

    /** What DuckDB says when its file or what it puts aside for a while finds no room. */
    private static final Pattern FULL = Pattern.compile("No space left on device|max_temp_directory_size");

    private final Path file;
    private final DuckDBConnection connection;
    private boolean isTogether;

    /**
     * Opens the staging file, or makes it.
     *
     * @param file   where it lies
     * @param memory the most memory that DuckDB may take, such as {@code 512MB}; what needs more goes to disk beside the file
     */
    public Staging(Path file, String memory) {
        this(file, memory, file.resolveSibling("import"));
    }

    /**
     * Opens the staging file, or makes it.
     *
     * @param file   where it lies
     * @param memory the most memory that DuckDB may take, such as {@code 512MB}; what needs more goes to disk beside the file
     * @param exports the only folder that statements may write files to
     */
    public Staging(Path file, String memory, Path exports) {
        this.file = file.toAbsolutePath();
        try {
            makePrivate(requireNonNull(file.toAbsolutePath().getParent()));
            this.connection = (DuckDBConnection) DriverManager.getConnection("jdbc:duckdb:" + file,
                    settings(memory, exports));
            run(schema());
        } catch (IOException | SQLException cannotOpen) {
            throw StagingException.cannotOpen(file, cannotOpen);
        }
    }

    private static String schema() throws IOException {
        return new ClassPathResource("staging/schema.sql").getContentAsString(StandardCharsets.UTF_8);
    }

    /** Who may read staging may read every customer. */
    private static void makePrivate(Path folder) throws IOException {
        boolean isNew = Files.notExists(folder);
        Files.createDirectories(folder);
        if (isNew && Files.getFileStore(folder).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Properties settings(String memory, Path exports) {
        Properties settings = new Properties();
        settings.setProperty("memory_limit", memory);
        settings.setProperty("preserve_insertion_order", "false");
        settings.setProperty("allowed_directories", "[%s]".formatted(
                Sql.text(exports.toAbsolutePath().normalize().toString())));
        settings.setProperty("enable_external_access", "false");
        settings.setProperty("autoinstall_known_extensions", "false");
        return settings;
    }

    /** Runs statements that answer nothing. */
    public synchronized void run(String statements) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(statements);
        } catch (SQLException refused) {
            throw failed(statements, refused);
        }
    }

    /** Runs one statement that changes rows. Answers how many. */
    public synchronized long update(String sql, @Nullable Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters)) {
            return statement.executeLargeUpdate();
        } catch (SQLException refused) {
            throw failed(sql, refused);
        }
    }

    /** The rows that a query answers, each made into something. */
    public synchronized <T> List<T> query(String sql, RowReader<T> reader, Object... parameters) {
        try (PreparedStatement statement = prepared(sql, parameters); ResultSet rows = statement.executeQuery()) {
            List<T> read = new ArrayList<>();
            while (rows.next()) {
                read.add(reader.read(rows));
            }
            return read;
        } catch (SQLException refused) {
            throw failed(sql, refused);
        }
    }

    /** Hands over each row that a query answers, keeping none. */
    public synchronized void each(String sql, RowVisitor visitor) {
        try (PreparedStatement statement = prepared(sql); ResultSet rows = statement.executeQuery()) {
            while (rows.next()) {
                visitor.visit(rows);
            }
        } catch (SQLException refused) {
            throw failed(sql, refused);
        }
    }

    /** The number that a query answers. */
    public long number(String sql, Object... parameters) {
        return query(sql, row -> row.getLong(1), parameters).getFirst();
    }

    /** Whether a table is there. */
    public boolean hasTable(String schema, String table) {
        return number("SELECT count(*) FROM information_schema.tables WHERE table_schema = ? AND table_name = ?",
                schema,
                table) > 0;
    }

    /** Does all of some work or nothing of it. Work within such work is part of it. */
    public synchronized void together(Runnable work) {
        if (isTogether) {
            work.run();
            return;
        }
        begin();
        try {
            work.run();
            run("COMMIT");
        } catch (RuntimeException | Error failure) {
            try {
                run("ROLLBACK");
            } catch (StagingException alreadyRolledBack) {
                failure.addSuppressed(alreadyRolledBack);
            }
            throw failure;
        } finally {
            isTogether = false;
        }
    }

    /** Copies all of it to another file, which can be opened as a staging of its own. */
    public synchronized void copyTo(Path target) {
        run("CHECKPOINT");
        try {
            Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException unwritable) {
            throw new StagingException("Cannot copy %s to %s: %s".formatted(file, target, unwritable.getMessage()),
                    unwritable);
        }
    }

    private void begin() {
        run("BEGIN TRANSACTION");
        isTogether = true;
    }

    /** Fills a temporary table row by row, fast. */
    public synchronized void append(String table, Filler filler) {
        try (var appender = connection.createAppender("temp", "main", table)) {
            filler.fill(appender);
        } catch (SQLException refused) {
            throw failed("append to " + table, refused);
        }
    }

    @Override
    public synchronized void close() {
        try {
            connection.close();
        } catch (SQLException refused) {
            throw failed("close", refused);
        }
    }

    private PreparedStatement prepared(String sql, @Nullable Object... parameters) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
        return statement;
    }

    private StagingException failed(String sql, SQLException refused) {
        if (FULL.matcher(String.valueOf(refused.getMessage())).find()) {
            return StagingException.full(file, refused);
        }
        return new StagingException("Staging refused '%s': %s".formatted(sql.strip().lines().findFirst().orElse(sql),
                refused.getMessage()), refused);
    }

    /** Makes something of the row that a result stands at. */
    @FunctionalInterface
    public interface RowReader<T> {

        /** Reads the row that the result stands at, without moving it. */
        T read(ResultSet row) throws SQLException;
    }

    /** Looks at the row that a result stands at. */
    @FunctionalInterface
    public interface RowVisitor {

        /** Looks at the row that the result stands at, without moving it. */
        void visit(ResultSet row) throws SQLException;
    }

    /** Fills an appender. */
    @FunctionalInterface
    public interface Filler {

        /** Appends rows. */
        void fill(org.duckdb.DuckDBAppender appender) throws SQLException;
    }
}
