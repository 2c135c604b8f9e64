package zhiyin.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds a place for the stores that their account can reach. A checkout below /root or in a private temporary folder
 * cannot be entered by it; then the files are kept below {@code /var/lib/zhiyin}, and a note in the data folder says
 * where. With the note removed (the data folder was removed), the stores begin empty.
 */
final class Places {

    private static final Logger LOG = LoggerFactory.getLogger(Places.class);

    private static final Path ELSEWHERE = Path.of("/var/lib/zhiyin");

    private Places() {}

    /** @param versions the programs' folders, such as {@code neo4j-2026.08.1} */
    static Place find(Path home, Path directory, Account account, List<String> versions) {
        Path programs = home.toAbsolutePath().normalize();
        requireStaged(programs, versions);
        Path java = Path.of(System.getProperty("java.home"));
        return new Place(programs(programs, account, versions), directory(directory, account), java(java, account),
                account);
    }

    private static void requireStaged(Path programs, List<String> versions) {
        for (String version : versions) {
            if (!Files.isDirectory(programs.resolve(version))) {
                throw new StoreException("The program of a store is missing: there is no folder %s."
                        .formatted(programs.resolve(version)),
                        "Stage the stores with mvn generate-resources, name their folder with zhiyin.stores.home, or use "
                                + "your own stores with ZHIYIN_STORES=external.");
            }
        }
    }

    private static Path programs(Path programs, Account account, List<String> versions) {
        if (versions.stream().allMatch(version -> Reach.obstacle(programs.resolve(version), account).isEmpty())) {
            return programs;
        }
        Path copies = elsewhere(programs, account).resolve("programs");
        Folders.shared(copies);
        versions.forEach(version -> Folders.copyOnce(programs.resolve(version), copies.resolve(version)));
        return copies;
    }

    private static Path java(Path java, Account account) {
        if (Reach.obstacle(java, account).isEmpty()) {
            return java;
        }
        Path copies = Folders.shared(elsewhere(java, account).resolve("programs"));
        Path copy = copies.resolve("jdk-" + Runtime.version());
        Folders.copyOnce(java, copy);
        return copy;
    }

    private static Path directory(Path directory, Account account) {
        Path note = directory.resolve("moved-to");
        Optional<Path> noted = read(note);
        if (noted.isPresent()) {
            return Folders.shared(noted.get());
        }
        if (Reach.obstacle(directory, account).isEmpty()) {
            return directory;
        }
        String name = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextInt());
        Path other = Folders.shared(elsewhere(directory, account).resolve(name));
        Folders.write(note, other + "\n");
        return other;
    }

    private static Optional<Path> read(Path note) {
        try {
            return Optional.of(Path.of(Files.readString(note).strip()));
        } catch (IOException noNote) {
            return Optional.empty();
        }
    }

    private static Path elsewhere(Path unreachable, Account account) {
        String obstacle = Reach.obstacle(unreachable, account).map(Path::toString).orElse("");
        LOG.info("The user {} may not enter {}: what the stores need of {} is kept in {}", account.name(), obstacle,
                unreachable, ELSEWHERE);
        Optional<Path> closed = Reach.obstacle(ELSEWHERE, account);
        if (closed.isPresent() || !Files.isWritable(existing(ELSEWHERE))) {
            throw new StoreException("The user %s that runs the stores may not enter %s, and %s cannot be used instead."
                    .formatted(account.name(), obstacle, ELSEWHERE),
                    "Let it pass with chmod o+x %s, or name folders that it can reach with zhiyin.stores.directory and "
                            .formatted(obstacle) + "zhiyin.stores.home.");
        }
        return Folders.shared(ELSEWHERE);
    }

    private static Path existing(Path path) {
        Path parent = path.getParent();
        return Files.exists(path) || parent == null ? path : existing(parent);
    }
}
