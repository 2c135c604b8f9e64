package zhiyin.load;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * Lets one load run at a time over all nodes of the hub. The lock belongs to a connection of its own: when its holder dies, the
 * database gives it back.
 */
@Component
class LoadLock {

    private static final String ACQUIRE = "SELECT pg_try_advisory_lock(hashtext('zhiyin.load'))";
    private static final String RELEASE = "SELECT pg_advisory_unlock(hashtext('zhiyin.load'))";

    private final DataSource dataSource;

    LoadLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A lock that is held until it is closed. */
    interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** Takes the lock; empty when somebody else holds it. */
    Optional<Held> acquire() {
        try {
            return acquire(dataSource.getConnection());
        } catch (SQLException unreachable) {
            throw new CannotGetJdbcConnectionException("Cannot ask the database whether a load is running",
                    unreachable);
        }
    }

    private static Optional<Held> acquire(Connection connection) throws SQLException {
        boolean isHeld = false;
        try {
            isHeld = answer(connection, ACQUIRE);
            return isHeld ? Optional.of(() -> release(connection)) : Optional.empty();
        } finally {
            if (!isHeld) {
                connection.close();
            }
        }
    }

    private static void release(Connection connection) {
        try (connection) {
            answer(connection, RELEASE);
        } catch (SQLException lost) {
            throw new CannotGetJdbcConnectionException("Lost the database while a load held its lock", lost);
        }
    }

    private static boolean answer(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            return row.next() && row.getBoolean(1);
        }
    }
}
