package zhiyin.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.stereotype.Component;

/**
 * Lets one load run at a time over all nodes of the hub. The lock belongs to a connection of its own: when its holder dies, the
 * database gives it back.
 */
@Component
public class LoadLock {

    private static final String LOADS = "zhiyin.load";
    private static final String ACQUIRE = "SELECT pg_try_advisory_lock(hashtext(?))";
    private static final String RELEASE = "SELECT pg_advisory_unlock(hashtext(?))";

    private final DataSource dataSource;

    LoadLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A lock that is held until it is closed. */
    public interface Held extends AutoCloseable {

        @Override
        void close();
    }

    /** Takes the lock; empty when somebody else holds it. */
    public Optional<Held> acquire() {
        return acquire(LOADS);
    }

    /** Takes the lock of something else that one node may do at a time; empty when somebody else holds it. */
    public Optional<Held> acquire(String name) {
        try {
            return acquire(dataSource.getConnection(), name);
        } catch (SQLException unreachable) {
            throw new CannotGetJdbcConnectionException("Cannot ask the database whether a load is running",
                    unreachable);
        }
    }

    private static Optional<Held> acquire(Connection connection, String name) throws SQLException {
        boolean isHeld = false;
        try {
            isHeld = answer(connection, ACQUIRE, name);
            return isHeld ? Optional.of(() -> release(connection, name)) : Optional.empty();
        } finally {
            if (!isHeld) {
                connection.close();
            }
        }
    }

    private static void release(Connection connection, String name) {
        try (connection) {
            answer(connection, RELEASE, name);
        } catch (SQLException lost) {
            throw new CannotGetJdbcConnectionException("Lost the database while a load held its lock", lost);
        }
    }

    private static boolean answer(Connection connection, String sql, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
