package zhiyin.load;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
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
    private static final String IS_HELD = "SELECT true";
    private static final String IS_ASKED_TO_STOP = "SELECT EXISTS (SELECT FROM load_stop WHERE load = ?)";

    private final DataSource dataSource;
    private volatile @Nullable Held held;

    LoadLock(DataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** A lock that is held until it is closed, or its connection breaks. */
    public static final class Held implements AutoCloseable {

        private final Connection connection;
        private final String name;
        private final CountDownLatch released = new CountDownLatch(1);

        private Held(Connection connection, String name) {
            this.connection = connection;
            this.name = name;
        }

        /** Whether the connection broke: then the database has given the lock back, and another load may be running. */
        boolean isLost() {
            try {
                return !answer(connection, IS_HELD);
            } catch (SQLException broken) {
                return true;
            }
        }

        /** Gives the lock back. One whose connection is broken, the database has given back. */
        @Override
        public void close() {
            try (connection) {
                answer(connection, RELEASE, name);
            } catch (SQLException alreadyGivenBack) {
                Progress.LOG.debug("The lock of loads was given back by the database", alreadyGivenBack);
            } finally {
                released.countDown();
            }
        }
    }

    /** Takes the lock; empty when somebody else holds it. */
    public Optional<Held> acquire() {
        return acquire(LOADS);
    }

    /** Takes the lock of something else that one node may do at a time; empty when somebody else holds it. */
    public Optional<Held> acquire(String name) {
        try {
            Optional<Held> acquired = acquire(dataSource.getConnection(), name);
            if (name.equals(LOADS)) {
                acquired.ifPresent(mine -> held = mine);
            }
            return acquired;
        } catch (SQLException unreachable) {
            throw new CannotGetJdbcConnectionException("Cannot ask the database whether a load is running",
                    unreachable);
        }
    }

    /** Whether somebody asked this hub's load to stop. Asked on the lock's connection, so that a lost lock is noticed. */
    boolean isAskedToStop(long load) {
        Held mine = held;
        try {
            return mine != null && answer(mine.connection, IS_ASKED_TO_STOP, load);
        } catch (SQLException broken) {
            throw new LockLostException(broken);
        }
    }

    /** Waits until this hub's load has ended. Answers whether it has. */
    boolean awaitRelease(Duration limit) throws InterruptedException {
        Held mine = held;
        return mine == null || mine.released.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static Optional<Held> acquire(Connection connection, String name) throws SQLException {
        boolean isHeld = false;
        try {
            isHeld = answer(connection, ACQUIRE, name);
            return isHeld ? Optional.of(new Held(connection, name)) : Optional.empty();
        } finally {
            if (!isHeld) {
                connection.close();
            }
        }
    }

    private static boolean answer(Connection connection, String sql, Object... parameters) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }
}
