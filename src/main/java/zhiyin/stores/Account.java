package zhiyin.stores;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import com.sun.security.auth.module.UnixSystem;

/**
 * Who runs the stores. Elasticsearch and PostgreSQL refuse root, so a hub that root starts runs them as somebody else.
 *
 * @param name the account's name
 * @param other whether it is somebody else than the hub's own account
 * @param prefix the command that changes to it, empty for the own account
 */
record Account(String name, long uid, long gid, boolean other, List<String> prefix) {

    private static final List<String> CANDIDATES = List.of("zhiyin", "nobody");

    static Account choose(@Nullable String wanted) {
        var own = new UnixSystem();
        if (own.getUid() != 0) {
            return new Account(own.getUsername(), own.getUid(), own.getGid(), false, List.of());
        }
        List<String> candidates = wanted == null ? CANDIDATES : List.of(wanted);
        return candidates.stream().flatMap(name -> find(name).stream()).findFirst()
                .orElseThrow(() -> new StoreException(
                        "The hub was started by root, the stores refuse to run as root, and there is no user "
                                + String.join(" or ", candidates) + " to run them.",
                        "Create one with: useradd --system " + candidates.getFirst()
                                + " (or name another one with zhiyin.stores.user)."));
    }

    private static Optional<Account> find(String name) {
        Optional<Long> uid = number("-u", name);
        Optional<Long> gid = number("-g", name);
        if (uid.isEmpty() || gid.isEmpty()) {
            return Optional.empty();
        }
        if (uid.get() == 0) {
            throw new StoreException("The user %s for the stores is root, and the stores refuse to run as root."
                    .formatted(name), "Name an unprivileged user with zhiyin.stores.user.");
        }
        return Optional.of(new Account(name, uid.get(), gid.get(), true, change(name, gid.get())));
    }

    private static Optional<Long> number(String option, String name) {
        return ShortCommand.output(List.of("id", option, name)).map(String::strip).map(Long::valueOf);
    }

    private static List<String> change(String name, long gid) {
        if (installed("setpriv")) {
            return List.of("setpriv", "--reuid=" + name, "--regid=" + gid, "--clear-groups", "--");
        }
        if (installed("runuser")) {
            return List.of("runuser", "-u", name, "--");
        }
        throw new StoreException(
                "The hub was started by root, and neither setpriv nor runuser is here to run the stores "
                        + "as " + name + ".",
                "Install util-linux, or start the hub as an ordinary user.");
    }

    /** The command as this account runs it, in a session of its own where that is possible: Ctrl-C is for the hub. */
    List<String> runs(List<String> command) {
        var all = new ArrayList<String>();
        if (installed("setsid")) {
            all.add("setsid");
        }
        all.addAll(prefix);
        all.addAll(command);
        return all;
    }

    /** Whether the started process is a parent that waits for the store (runuser) and not the store itself. */
    boolean waits() {
        return !prefix.isEmpty() && prefix.getFirst().equals("runuser");
    }

    private static boolean installed(String program) {
        return Stream.of("/usr/bin", "/bin", "/usr/sbin", "/sbin")
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }
}
