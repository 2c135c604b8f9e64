package zhiyin.stores;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.neo4j.driver.Driver;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import co.elastic.clients.elasticsearch.ElasticsearchClient;

@HubTest
class HubTestIT {

    @Autowired
    ApplicationContext context;

    @Autowired
    CleanStores clean;

    @Test
    void startsNoStoresOfItsOwn() {
        assertThat(context.getBeansOfType(LocalStores.class)).isEmpty();
        assertThat(context.getEnvironment().getProperty("zhiyin.data")).contains("test-data");
    }

    @Test
    void removesEveryNode(@Autowired Driver neo4j) {
        neo4j.executableQuery("UNWIND range(1, 3) AS n CREATE (:Left {n: n})-[:BESIDE]->(:Right)")
                .withConfig(TestGraph.ASIDE).execute();
        clean.graph();
        assertThat(
                neo4j.executableQuery("MATCH (n:Left|Right) RETURN n").withConfig(TestGraph.ASIDE).execute().records())
                .isEmpty();
    }

    @Test
    void deletesEveryIndex(@Autowired ElasticsearchClient elasticsearch) throws IOException {
        elasticsearch.index(entry -> entry.index("left").document(Map.of("n", 1)));
        clean.indices();
        assertThat(elasticsearch.indices().exists(named -> named.index("left")).value()).isFalse();
    }

    @Test
    void emptiesEveryTable(@Autowired DataSource dataSource) {
        JdbcClient jdbc = JdbcClient.create(dataSource);
        jdbc.sql("create table left_over (n int)").update();
        jdbc.sql("insert into left_over values (1)").update();
        clean.tables();
        assertThat(jdbc.sql("select count(*) from left_over").query(Integer.class).single()).isZero();
        jdbc.sql("drop table left_over").update();
    }
}
