package zhiyin.search;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import static java.util.Objects.requireNonNull;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails;
import org.springframework.boot.elasticsearch.autoconfigure.ElasticsearchConnectionDetails.Node;

import co.elastic.clients.elasticsearch.ElasticsearchClient;
import co.elastic.clients.elasticsearch.core.search.Hit;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import tools.jackson.databind.JsonNode;

import zhiyin.graph.Graph;
import zhiyin.stores.CleanStores;
import zhiyin.stores.HubTest;

import static org.assertj.core.api.Assertions.assertThat;

@HubTest
class BulkIndexerIT {

    private static final int CUSTOMERS = 60;

    @Autowired
    CleanStores stores;

    @Autowired
    Graph graph;

    @Autowired
    ElasticsearchClient search;

    @Autowired
    ElasticsearchConnectionDetails connection;

    @Autowired
    IndexVersions versions;

    @BeforeEach
    void clean() {
        stores.all();
    }

    @Test
    void bringsEveryCustomerOnceWhenTheServerIsTooBusyForSome() throws IOException {
        List<String> ids = IntStream.range(0, CUSTOMERS).mapToObj(number -> "busy" + number).toList();
        graph.rows("UNWIND $ids AS id CREATE (:Customer {id: id, displayName: 'Ada ' + id})", Map.of("ids", ids));
        SimpleMeterRegistry meters = new SimpleMeterRegistry();
        Node node = connection.getNodes().getFirst();

        try (BusySearchServer busy = new BusySearchServer(node.hostname(), node.port());
                ElasticsearchClient client = through(busy)) {
            SearchServer server = new SearchServer(client);
            CustomerIndex index = new CustomerIndex(new Indices(server),
                    new IndexFeed(new CustomerDocuments(graph), versions, new BulkIndexer(server, meters)));
            index.prepare();
            index.index(ids);
            index.publish();
            assertThat(busy.entries()).as("entries that the server was given").isEqualTo(CUSTOMERS);
        }

        List<Hit<JsonNode>> found = search.search(all -> all.index(IndexMapping.ALIAS).size(1_000).version(true),
                JsonNode.class).hits().hits();
        assertThat(found).hasSize(CUSTOMERS);
        assertThat(found).extracting(Hit::id).containsExactlyInAnyOrderElementsOf(ids);
        // all of the first request, all of the second, a third of the third
        assertThat(meters.get("zhiyin.search.retries").counter().count()).isEqualTo(CUSTOMERS * 2 + CUSTOMERS / 3.0);
    }

    private ElasticsearchClient through(BusySearchServer busy) {
        return ElasticsearchClient.of(client -> client.host(busy.uri())
                .usernameAndPassword(requireNonNull(connection.getUsername()),
                        requireNonNull(connection.getPassword()))
                .jsonMapper(search._transport().jsonpMapper()));
    }
}
