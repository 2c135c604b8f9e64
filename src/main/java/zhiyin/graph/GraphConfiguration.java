package zhiyin.graph;

import org.neo4j.driver.Driver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.data.neo4j.core.DatabaseSelectionProvider;
import org.springframework.data.neo4j.core.Neo4jClient;
import org.springframework.data.neo4j.core.transaction.Neo4jBookmarkManager;

@Configuration(proxyBeanMethods = false)
class GraphConfiguration {

    /**
     * The client that Spring Boot would make, without bookmarks: an imported graph counts its transactions anew, and a read that
     * waits for one of the old graph would wait in vain. One server has no need of them.
     */
    @Bean
    Neo4jClient neo4jClient(Driver driver, DatabaseSelectionProvider databases) {
        return Neo4jClient.with(driver).withDatabaseSelectionProvider(databases)
                .withNeo4jBookmarkManager(Neo4jBookmarkManager.noop()).build();
    }
}
