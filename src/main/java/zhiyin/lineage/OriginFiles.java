package zhiyin.lineage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;

import static java.util.stream.Collectors.toMap;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The numbers of the files that loads took over, kept in PostgreSQL for all nodes of the hub. */
@Component
public class OriginFiles {

    /**
     * Numbers begin with the second since 2026, so that a database that is made anew or put back from a backup never gives a number
     * again that records have from before: they lead nowhere then, and never to a wrong file.
     */
    private static final String REGISTER = """
            INSERT INTO origin_file (number, load, source, feed, file, taken_at)
            SELECT greatest(coalesce(max(number), 0) + 1,
                   CAST(extract(epoch FROM now() - TIMESTAMPTZ '2026-01-01 00:00:00Z') AS INTEGER)),
                   :load, :source, :feed, CAST(:file AS TEXT), now() FROM origin_file
            ON CONFLICT (load, source, feed, file) DO UPDATE SET taken_at = excluded.taken_at RETURNING number
            """;

    private static final String BY_NUMBER = """
            SELECT o.number, o.load, o.source, o.feed, o.file, o.taken_at, f.sha256
            FROM origin_file o LEFT JOIN load_file f USING (load, source, feed, file) WHERE o.number IN (:numbers)
            """;

    private final JdbcClient jdbc;

    OriginFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The number of a file in a load, given the first time that it is asked for. It is kept at once, whatever becomes of the
     * transaction around: records may name it from now on.
     *
     * @param load   number of the load
     * @param source system that delivers
     * @param feed   feed of that source
     * @param file   name of the file or table; null for a snapshot as a whole
     */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public int number(long load, String source, String feed, @Nullable String file) {
        return jdbc.sql(REGISTER).param("load", load).param("source", source).param("feed", feed).param("file", file)
                .query(Integer.class).single();
    }

    /** Those of some files that there are, by number, in one query. */
    Map<Integer, OriginFile> byNumber(Collection<Integer> numbers) {
        return jdbc.sql(BY_NUMBER).param("numbers", numbers).query(OriginFiles::file).list().stream()
                .collect(toMap(OriginFile::number, Function.identity()));
    }

    private static OriginFile file(ResultSet row, int position) throws SQLException {
        return new OriginFile(row.getInt("number"), row.getInt("load"), row.getString("source"), row.getString("feed"),
                row.getString("file"), row.getString("sha256"), row.getObject("taken_at", OffsetDateTime.class));
    }
}
