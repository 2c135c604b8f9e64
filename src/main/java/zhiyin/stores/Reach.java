package zhiyin.stores;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Whether an account may enter a folder: every folder on the way must let it pass. */
final class Reach {

    private static final int ENTER = 1;

    private Reach() {}

    /** The first folder on the way that does not let the account pass; empty when the way is free. */
    static Optional<Path> obstacle(Path path, Account account) {
        if (!account.other()) {
            return Optional.empty();
        }
        Path way = real(path);
        for (int length = 0; length <= way.getNameCount(); length++) {
            Path step = length == 0 ? way.getRoot() : way.getRoot().resolve(way.subpath(0, length));
            if (Files.exists(step) && !mayEnter(step, account)) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** The path without links, as far as it exists. */
    private static Path real(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path parent = absolute.getParent();
        try {
            return absolute.toRealPath();
        } catch (IOException notThereYet) {
            return parent == null ? absolute : real(parent).resolve(absolute.getFileName());
        }
    }

    private static boolean mayEnter(Path folder, Account account) {
        try {
            long mode = Folders.number(folder, "unix:mode");
            long shift = 0;
            if (Folders.number(folder, "unix:uid") == account.uid()) {
                shift = 6;
            } else if (Folders.number(folder, "unix:gid") == account.gid()) {
                shift = 3;
            }
            return !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS) || ((mode >> shift) & ENTER) != 0;
        } catch (IOException unreadable) {
            return false;
        }
    }
}
