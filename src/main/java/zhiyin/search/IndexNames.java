package zhiyin.search;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;

/**
 * The names of the indices of one sort of documents. Each version of how they are kept has indices of its own.
 *
 * @param alias the name that readers search by
 * @param body  settings and mappings, as the search server takes them
 */
record IndexNames(String alias, String body) {

    private String version() {
        byte[] hash = Sha256.digest().digest(body.getBytes(StandardCharsets.UTF_8));
        return alias + "-" + HexFormat.of().formatHex(hash, 0, 5);
    }

    /** Name of one of the indices of this version, which are numbered from 1 on. */
    String index(int build) {
        return version() + "-" + build;
    }

    /** The number of an index of this version; 0 for other indices. */
    int build(String index) {
        String number = index.startsWith(version() + "-") ? index.substring(version().length() + 1) : "";
        return number.matches("[0-9]{1,9}") ? Integer.parseInt(number) : 0;
    }

    /** The names of all indices of any version. */
    String all() {
        return alias + "-*";
    }

    /** The name to write by. An alias: a write to an index that is gone is refused then, and does not make another. */
    String writing() {
        return version() + "-writing";
    }

    /** The name of the index that is built beside the one that readers search, while there is one. */
    String building() {
        return version() + "-building";
    }

    /** All names that an index can have beside its own. */
    List<String> aliases() {
        return List.of(alias, writing(), building());
    }
}
