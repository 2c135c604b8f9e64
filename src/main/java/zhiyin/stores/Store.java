package zhiyin.stores;

import java.nio.file.Path;
import java.util.List;

/** One store: how its program is started, asked and stopped. */
sealed interface Store permits Neo4jStore, ElasticsearchStore, PostgresqlStore {

    /** Its name as people say it. */
    String name();

    /** Its name in settings, folders and files. */
    String key();

    String version();

    int port();

    /** Writes the configuration; called before every start. */
    void configure();

    /** Fills the data folder of a first start, which is put in its place when this returns. */
    void create(Path fresh);

    /** The command line; it carries {@link Place#folder(String)} and never a secret. */
    List<String> command();

    /** What the program reads from its standard input, which stays open as long as the hub lives. */
    byte[] input();

    /** Whether it answers with the password; false means not yet. */
    boolean answers();

    /** The signal that ends it at once and in order. */
    String stopSignal();
}
