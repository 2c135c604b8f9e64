package zhiyin.load;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import zhiyin.staging.Accounts;
import zhiyin.staging.Accounts.FileAccount;
import zhiyin.staging.Accounts.Notice;
import zhiyin.staging.Accounts.VanishedRecords;

import static java.util.stream.Collectors.toMap;

/** What loads made of the rows of each file, for all nodes of the hub to read. */
@Component
class AccountStore {

    private static final int BATCH = 1_000;

    private static final String INSERT_FILE = """
            INSERT INTO load_file (load, source, feed, file, sha256, bytes, refused, read, rejected, added, changed,
                unchanged, closed)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private static final String INSERT_NOTICE = """
            INSERT INTO load_notice (load, position, source, feed, file, severity, code, message)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final NamedParameterJdbcTemplate jdbc;

    AccountStore(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Notes the accounts of a load, in place of what was noted before. */
    @Transactional
    void replace(long load, Accounts accounts) {
        for (String table : List.of("load_file", "load_vanished", "load_notice")) {
            jdbc.getJdbcTemplate().update("DELETE FROM %s WHERE load = ?".formatted(table), load);
        }
        List<FileAccount> files = accounts.files(load);
        jdbc.getJdbcTemplate().batchUpdate(INSERT_FILE, files.stream().map(file -> new Object[]{load, file.source(),
                file.feed(), file.file(), file.sha256(), file.bytes(), file.refused(), file.read(), file.rejected(),
                file.added(), file.changed(), file.unchanged(), file.closed()}).toList());
        jdbc.getJdbcTemplate().batchUpdate(
                "INSERT INTO load_vanished (load, source, feed, closed) VALUES (?, ?, ?, ?)",
                accounts.vanished(load).stream()
                        .map(gone -> new Object[]{load, gone.source(), gone.feed(), gone.closed()}).toList());
        AtomicInteger position = new AtomicInteger();
        jdbc.getJdbcTemplate().batchUpdate(INSERT_NOTICE, accounts.notices(load), BATCH, (insert, notice) -> {
            insert.setLong(1, load);
            insert.setInt(2, position.incrementAndGet());
            insert.setString(3, notice.source());
            insert.setString(4, notice.feed());
            insert.setString(5, notice.file());
            insert.setString(6, notice.severity());
            insert.setString(7, notice.code());
            insert.setString(8, notice.message());
        });
    }

    /** What some loads made of each feed, by the number of the load. */
    Map<Long, List<LoadFeed>> feeds(Collection<Long> loads) {
        Map<Long, List<FileAccount>> files = new HashMap<>();
        jdbc.query("SELECT * FROM load_file WHERE load IN (:loads) ORDER BY file", Map.of("loads", loads),
                row -> {
                    files.computeIfAbsent(row.getLong("load"), load -> new ArrayList<>()).add(file(row));
                });
        Map<Long, List<VanishedRecords>> vanished = new HashMap<>();
        jdbc.query("SELECT load, source, feed, closed FROM load_vanished WHERE load IN (:loads)",
                Map.of("loads", loads),
                row -> {
                    vanished.computeIfAbsent(row.getLong(1), load -> new ArrayList<>())
                            .add(new VanishedRecords(row.getString(2), row.getString(3), row.getLong(4)));
                });
        return loads.stream().distinct().collect(toMap(load -> load, load -> LoadFeed
                .of(files.getOrDefault(load, List.of()), vanished.getOrDefault(load, List.of()))));
    }

    /** What is to be told of the deliveries of some loads, by the number of the load. */
    Map<Long, List<Notice>> notices(Collection<Long> loads) {
        Map<Long, List<Notice>> notices = new HashMap<>();
        loads.forEach(load -> notices.put(load, new ArrayList<>()));
        jdbc.query("SELECT * FROM load_notice WHERE load IN (:loads) ORDER BY load, position", Map.of("loads", loads),
                row -> {
                    notices.computeIfAbsent(row.getLong("load"), load -> new ArrayList<>())
                            .add(new Notice(row.getString("source"), row.getString("feed"), row.getString("file"),
                                    row.getString("severity"), row.getString("code"), row.getString("message")));
                });
        return notices;
    }

    private static FileAccount file(ResultSet row) throws SQLException {
        return new FileAccount(row.getString("source"), row.getString("feed"), row.getString("file"),
                row.getString("sha256"), row.getLong("bytes"), row.getString("refused"), row.getLong("read"),
                row.getLong("rejected"), row.getLong("added"), row.getLong("changed"), row.getLong("unchanged"),
                row.getLong("closed"));
    }
}
