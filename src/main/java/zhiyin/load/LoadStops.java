package zhiyin.load;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Wishes that a load may stop, in the database, so that they reach it on whichever node of the hub it runs. */
@Component
class LoadStops {

    private static final String ASK = """
            INSERT INTO load_stop (load, asked_by, asked_at) VALUES (?, ?, now()) ON CONFLICT (load) DO NOTHING
            """;

    private final JdbcTemplate jdbc;

    LoadStops(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    void ask(long load, @Nullable String by) {
        jdbc.update(ASK, load, by);
    }

    /** A load that is started again is no longer to stop. */
    void forget(long load) {
        jdbc.update("DELETE FROM load_stop WHERE load = ?", load);
    }
}
