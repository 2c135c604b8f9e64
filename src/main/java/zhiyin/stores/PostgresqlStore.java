package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;

/** PostgreSQL with TCP on the loopback interface alone: no socket file, whose path could be too long. */
record PostgresqlStore(Place place, String version, StoresProperties.Postgresql settings, String password)
        implements
            Store {

    private static final String WRONG_PASSWORD = "28P01";

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public String key() {
        return "postgresql";
    }

    @Override
    public int port() {
        return settings.port();
    }

    String url() {
        return url(Credentials.POSTGRESQL_USER);
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port(), database);
    }

    @Override
    public void configure() {
        // every setting is on the command line, so that the data folder can be copied to another place and port
    }

    @Override
    public void create(Path fresh) {
        Path passwordFile = place.folder(key()).resolve("password.new");
        try {
            Folders.writeSecret(passwordFile, password, place.account());
            var result = ShortCommand.run(place.account().runs(initialise(fresh, passwordFile)));
            if (result.status() != 0) {
                throw new StoreException("PostgreSQL could not create its data folder %s: %s".formatted(fresh,
                        result.text().strip()), "Remove the cause that it names and start again.");
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            Folders.delete(passwordFile);
        }
    }

    private List<String> initialise(Path fresh, Path passwordFile) {
        return List.of(program("initdb"), "--pgdata=" + fresh, "--username=" + Credentials.POSTGRESQL_USER,
                "--pwfile=" + passwordFile, "--auth=scram-sha-256", "--encoding=UTF8", "--locale=C",
                "--locale-provider=builtin", "--builtin-locale=C.UTF-8", "--no-sync", "--no-instructions");
    }

    private String program(String name) {
        return place.programs().resolve("postgresql-" + version).resolve("bin").resolve(name).toString();
    }

    @Override
    public List<String> command() {
        return List.of(program("postgres"), "-D", place.data(key()).toString(), "-c", "port=" + port(), "-c",
                "listen_addresses=127.0.0.1", "-c", "unix_socket_directories=", "-c",
                "shared_buffers=" + settings.sharedBuffers().toMegabytes() + "MB", "-c", "timezone=UTC", "-c",
                "log_timezone=UTC", "-c", "log_line_prefix=%m [%p] ");
    }

    @Override
    public byte[] input() {
        return new byte[0];
    }

    @Override
    public boolean answers() {
        if (!Ports.isOpen(port())) {
            return false;
        }
        try (var connection = DriverManager.getConnection(url("postgres"), Credentials.POSTGRESQL_USER, password);
                var statement = connection.createStatement()) {
            try (var found = statement.executeQuery("select from pg_database where datname = 'zhiyin'")) {
                if (found.next()) {
                    return true;
                }
            }
            return !statement.execute("create database zhiyin");
        } catch (SQLException failed) {
            if (WRONG_PASSWORD.equals(failed.getSQLState())) {
                throw StoreFailures.passwordRefused(this, place, failed);
            }
            return false;
        }
    }

    /** The fast shutdown: it ends the connections that are still open instead of waiting for them. */
    @Override
    public String stopSignal() {
        return "INT";
    }

    /** Never the password. */
    @Override
    public String toString() {
        return name();
    }
}
