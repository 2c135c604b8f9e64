package zhiyin.stores;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.neo4j.driver.QueryConfig;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.neo4j.autoconfigure.Neo4jAutoConfiguration;

/** The graph among the stores of the tests, for tests that need no hub around it. */
public final class TestGraph {

    /** For queries of a driver that outlives the database: another may have taken its place, which knows nothing of bookmarks. */
    public static final QueryConfig ASIDE = QueryConfig.builder().withBookmarkManager(null).build();

    private static @Nullable Driver driver;

    private TestGraph() {}

    /** The driver that all such tests share; closed when the JVM ends, before the stores are stopped. */
    public static synchronized Driver driver() {
        Driver known = driver;
        if (known == null) {
            // an application, however small, has its end in order: first what uses the stores, then they
            known = new SpringApplicationBuilder(TestStoresConfiguration.class, Neo4jAutoConfiguration.class)
                    .web(WebApplicationType.NONE).run().getBean(Driver.class);
            driver = known;
        }
        return known;
    }

    /** Removes every node, as {@link CleanStores} does for tests of the whole hub. */
    public static void clean() {
        CleanStores.graph(driver());
    }
}
