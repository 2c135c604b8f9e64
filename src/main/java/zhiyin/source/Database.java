package zhiyin.source;

import org.jspecify.annotations.Nullable;

/**
 * The database that a source's tables lie in. Values may hold {@code ${NAME}} for an environment variable and
 * {@code ${file:/path}} for what a file holds; they are looked up when the database is needed, and never shown.
 *
 * @param url      JDBC address: {@code jdbc:postgresql://crm/crm}
 * @param username account; null when the address or the driver has it
 * @param password its password; null when none is needed
 */
public record Database(String url, @Nullable String username, @Nullable String password) {

    @Override
    public String toString() {
        return "a database";
    }
}
