package zhiyin.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;

/** The stores' passwords: made at random at the first start, kept in a file that only the hub's account may read. */
record Credentials(String neo4j, String elasticsearch, String postgresql) {

    /** The account's name in PostgreSQL, and its database. */
    static final String POSTGRESQL_USER = "zhiyin";
    static final String NEO4J_USER = "neo4j";
    static final String ELASTICSEARCH_USER = "elastic";

    private static final SecureRandom RANDOM = new SecureRandom();

    static Credentials in(Path directory) {
        Path file = directory.resolve("credentials");
        try {
            return Files.exists(file) ? read(file) : write(file);
        } catch (IOException failed) {
            throw Folders.notWritable(file, failed);
        }
    }

    private static Credentials read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return new Credentials(password(file, properties, "neo4j"), password(file, properties, "elasticsearch"),
                password(file, properties, "postgresql"));
    }

    private static String password(Path file, Properties properties, String store) {
        String password = properties.getProperty(store);
        if (password == null || password.isBlank()) {
            throw new StoreException("The file %s names no password for %s.".formatted(file, store),
                    "Put it back from a backup, or remove the folder %s to begin with empty stores."
                            .formatted(file.getParent()));
        }
        return password;
    }

    private static Credentials write(Path file) throws IOException {
        var made = new Credentials(random(), random(), random());
        Path fresh = file.resolveSibling("credentials.new");
        Files.deleteIfExists(fresh);
        Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(fresh, "neo4j=%s%nelasticsearch=%s%npostgresql=%s%n".formatted(made.neo4j,
                made.elasticsearch, made.postgresql));
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
        return made;
    }

    private static String random() {
        byte[] bytes = new byte[20];
        RANDOM.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[not shown]";
    }
}
