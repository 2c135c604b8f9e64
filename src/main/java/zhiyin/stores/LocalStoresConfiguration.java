package zhiyin.stores;

import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.neo4j.autoconfigure.Neo4jConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

import zhiyin.graph.GraphImporter;

/** Runs the stores and tells Spring Boot how to reach them, unless {@code zhiyin.stores} is {@code external}. */
@Configuration(proxyBeanMethods = false)
@Conditional(OnLocalStores.class)
@EnableConfigurationProperties(StoresProperties.class)
class LocalStoresConfiguration {

    @Bean
    @Lazy
    LocalStores localStores(StoresProperties properties, @Value("${zhiyin.data:data}") Path data) {
        Path directory = properties.directory();
        LocalStores stores = LocalStores.start(properties, directory == null ? data.resolve("stores") : directory);
        // Ctrl-C while the context is still being built does not destroy its beans
        SpringApplication.getShutdownHandlers().add(stores::close);
        return stores;
    }

    @Bean
    @Lazy
    Neo4jConnectionDetails localNeo4j(LocalStores stores) {
        return new LocalConnections.Neo4j(stores);
    }

    @Bean
    @Lazy
    GraphImporter localImporter(LocalStores stores) {
        return stores.importer();
    }

    @Bean
    @Lazy
    ElasticsearchConnectionDetails localElasticsearch(LocalStores stores) {
        return new LocalConnections.Elasticsearch(stores);
    }

    @Bean
    @Lazy
    JdbcConnectionDetails localPostgresql(LocalStores stores) {
        return new LocalConnections.Postgresql(stores);
    }
}
