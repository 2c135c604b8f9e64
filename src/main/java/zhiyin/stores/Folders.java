package zhiyin.stores;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The stores' files: who owns them and who may read them. */
final class Folders {

    private static final FileAttribute<Set<PosixFilePermission>> SECRET = PosixFilePermissions
            .asFileAttribute(PosixFilePermissions.fromString("rw-------"));

    private Folders() {}

    /** A folder of the hub's that everybody may enter. */
    static Path shared(Path folder) {
        return with(folder, "rwxr-xr-x");
    }

    private static Path with(Path folder, String permissions) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(folder);
                Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString(permissions));
            }
            return folder;
        } catch (IOException failed) {
            throw notWritable(folder, failed);
        }
    }

    /** A folder in which the account may write and which nobody else may enter. */
    static Path owned(Path folder, Account account) {
        if (!Files.isDirectory(folder)) {
            with(folder, "rwx------");
        }
        give(folder, account);
        return folder;
    }

    /** Lets the account read a file of the hub's under another name, without a second copy where the disk is the same. */
    static void lend(Path file, Path name, Account account) {
        try {
            try {
                Files.createLink(name, file);
            } catch (IOException | UnsupportedOperationException otherDisk) {
                Files.copy(file, name);
            }
            if (account.other()) {
                own(name, account);
            }
        } catch (IOException failed) {
            throw notWritable(name, failed);
        }
    }

    /** Gives a tree to the account, unless its root already is the account's. */
    static void give(Path folder, Account account) {
        try {
            if (!account.other() || number(folder, "unix:uid") == account.uid()) {
                return;
            }
            try (Stream<Path> tree = Files.walk(folder)) {
                // the root last: a walk that was cut short is then done again
                for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                    own(path, account);
                }
            }
        } catch (IOException failed) {
            throw notWritable(folder, failed);
        }
    }

    private static void own(Path path, Account account) throws IOException {
        Files.setAttribute(path, "unix:gid", (int) account.gid(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(path, "unix:uid", (int) account.uid(), LinkOption.NOFOLLOW_LINKS);
    }

    static long number(Path path, String attribute) throws IOException {
        return Integer.toUnsignedLong((Integer) Files.getAttribute(path, attribute));
    }

    /** A file that everybody may read, whatever the hub's umask is. */
    static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        } catch (IOException failed) {
            throw notWritable(file, failed);
        }
    }

    /** A file that only the account may read. */
    static void writeSecret(Path file, String text, Account account) throws IOException {
        Files.deleteIfExists(file);
        Files.createFile(file, SECRET);
        Files.writeString(file, text);
        if (account.other()) {
            own(file, account);
        }
    }

    static List<Path> list(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException missing) {
            return List.of();
        }
    }

    static void delete(Path path) {
        if (!Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> tree = Files.walk(path)) {
            for (Path each : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException failed) {
            throw notWritable(path, failed);
        }
    }

    /** Copies a tree for everybody to read; what is there already is taken as whole. */
    static void copyOnce(Path from, Path to) {
        if (Files.exists(to)) {
            return;
        }
        Path unfinished = to.resolveSibling(to.getFileName() + ".unfinished." + ProcessHandle.current().pid());
        try (Stream<Path> tree = Files.walk(from)) {
            for (Path path : tree.toList()) {
                copy(path, unfinished.resolve(from.relativize(path).toString()));
            }
            Files.move(unfinished, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException failed) {
            throw notWritable(to, failed);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.copy(from, to, LinkOption.NOFOLLOW_LINKS);
        if (!Files.isSymbolicLink(from)) {
            boolean entered = Files.isDirectory(from) || Files.isExecutable(from);
            Files.setPosixFilePermissions(to, PosixFilePermissions.fromString(entered ? "rwxr-xr-x" : "rw-r--r--"));
        }
    }

    static StoreException notWritable(Path path, IOException failed) {
        return new StoreException("The stores' files at %s cannot be written: %s.".formatted(path, failed),
                "Make that place writable for the account that starts the hub, or name another one with "
                        + "zhiyin.stores.directory.",
                new UncheckedIOException(failed));
    }
}
