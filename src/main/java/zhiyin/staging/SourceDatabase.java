package zhiyin.staging;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import zhiyin.source.Database;
import zhiyin.source.Placeholders;
import zhiyin.source.Source;

/** The database of a source. What opens it is looked up for each connection, and is in no message. */
class SourceDatabase {

    private static final Logger LOG = LoggerFactory.getLogger("zhiyin.load");

    private final Source source;
    private final Database declared;
    private final Placeholders placeholders;
    private final List<String> secrets = new ArrayList<>();

    SourceDatabase(Source source, Database declared, Placeholders placeholders) {
        this.source = source;
        this.declared = declared;
        this.placeholders = placeholders;
    }

    /** A connection in a transaction that changes nothing. */
    Connection open() throws SQLException {
        String url = lookedUp("url", declared.url());
        Properties account = new Properties();
        put(account, "user", declared.username());
        put(account, "password", declared.password());
        if (DriverManager.drivers().noneMatch(driver -> accepts(driver, url))) {
            throw new SQLException("no driver on the class path takes its address, which begins with %s"
                    .formatted(url.replaceFirst("^(jdbc:\\w+:)?.*", "$1")));
        }
        Connection connection = DriverManager.getConnection(url, account);
        try {
            makeReadOnly(connection);
            connection.setAutoCommit(false);
            return connection;
        } catch (SQLException refused) {
            connection.close();
            throw refused;
        }
    }

    /** Nothing but SELECT is ever sent; this is for those who look at the database. */
    private static void makeReadOnly(Connection connection) throws SQLException {
        try {
            connection.setReadOnly(true);
        } catch (SQLFeatureNotSupportedException unable) {
            LOG.debug("The driver has no transactions that only read: {}", unable.getMessage());
        }
    }

    private static boolean accepts(java.sql.Driver driver, String url) {
        try {
            return driver.acceptsURL(url);
        } catch (SQLException malformed) {
            return false;
        }
    }

    private void put(Properties account, String name, @Nullable String text) {
        if (text != null) {
            account.setProperty(name, lookedUp(name.equals("user") ? "username" : name, text));
        }
    }

    private String lookedUp(String key, String text) {
        String value = placeholders.filledIn("%s: database.%s".formatted(source.source(), key), text);
        secrets.add(value);
        return value;
    }

    /** What to tell of a table that could not be read: without what opens the database, which drivers like to repeat. */
    StagingException failure(Delivery.Table table, SQLException refused) {
        String message = String.valueOf(refused.getMessage());
        for (String secret : secrets) {
            message = secret.isEmpty() ? message : message.replace(secret, "***");
        }
        return new StagingException("Cannot read %s of %s from its database: %s".formatted(table.name(),
                table.source().source() + "." + table.feedName(), message.strip()));
    }
}
