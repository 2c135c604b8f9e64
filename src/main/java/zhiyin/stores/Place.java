package zhiyin.stores;

import java.nio.file.Path;

/**
 * Where the stores run.
 *
 * @param programs the staged programs
 * @param directory the stores' files; belongs to the hub
 * @param java the JDK that Neo4j and Elasticsearch use
 * @param account who runs them
 */
record Place(Path programs, Path directory, Path java, Account account) {

    /** The folder of one store. */
    Path folder(String key) {
        return directory.resolve(key);
    }

    /** A folder of one store in which it may write. */
    Path data(String key) {
        return folder(key).resolve("data");
    }

    Path scratch(String key) {
        return folder(key).resolve("scratch");
    }

    Path settings(String key) {
        return folder(key).resolve("settings");
    }

    Path log(String key) {
        return folder(key).resolve("console.log");
    }

    String javaCommand() {
        return java.resolve("bin/java").toString();
    }
}
