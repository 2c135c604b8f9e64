package zhiyin.stores;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.neo4j.driver.Driver;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Lazy;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

import zhiyin.graph.GraphImporter;

/** Connects a tested hub with the stores of the tests. */
@TestConfiguration(proxyBeanMethods = false)
class TestStoresConfiguration {

    @Bean
    TestStores testStores() {
        TestStores stores = TestStores.get();
        stores.stopAtTheEnd();
        return stores;
    }

    @Bean
    Neo4jConnectionDetails testNeo4j(TestStores stores) {
        return stores.neo4j();
    }

    @Bean
    ElasticsearchConnectionDetails testElasticsearch(TestStores stores) {
        return stores.elasticsearch();
    }

    @Bean
    JdbcConnectionDetails testJdbc(TestStores stores) {
        return stores.jdbc();
    }

    @Bean
    @Nullable
    GraphImporter testImporter(TestStores stores) {
        return stores.importer();
    }

    @Bean
    @Lazy
    CleanStores cleanStores(Driver neo4j, ElasticsearchClient elasticsearch, DataSource dataSource) {
        return new CleanStores(neo4j, elasticsearch, dataSource);
    }
}
