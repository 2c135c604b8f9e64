package zhiyin.search;

import java.io.StringReader;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The search index of customers, as the load fills it. */
@Component
public class CustomerIndex {

    private static final Logger LOG = LoggerFactory.getLogger(CustomerIndex.class);
    private static final int BATCH = 500;
    private final CustomerDocuments documents;
    private final BulkIndexer indexer;
    private final SearchServer server;

    CustomerIndex(CustomerDocuments documents, BulkIndexer indexer, SearchServer server) {
        this.documents = documents;
        this.indexer = indexer;
        this.server = server;
    }

    /** Whether there is an index in the shape that this version of the hub searches. */
    public boolean isCurrent() {
        return server.call(client -> client.indices().exists(asked -> asked.index(IndexMapping.index()))).value();
    }

    /**
     * Makes the index of this version where there is none, points the alias to it and drops those of other versions.
     *
     * @return whether the index is new: then it is empty, and every customer is to be indexed
     */
    public boolean prepare() {
        String index = IndexMapping.index();
        boolean isNew = !isCurrent();
        if (isNew) {
            server.call(client -> client.indices()
                    .create(made -> made.index(index).withJson(new StringReader(IndexMapping.BODY))));
            LOG.info("Made the search index {}", index);
        }
        dropOthers(index);
        server.call(client -> client.indices().putAlias(put -> put.index(index).name(IndexMapping.ALIAS)));
        return isNew;
    }

    /**
     * Indexes customers as the graph has them now, and takes out those that the graph no longer has. Readers see it within a
     * second, or after {@link #refresh()}.
     *
     * @param customerIds ids within the type; any number, repeated or not
     */
    public void index(List<String> customerIds) {
        List<String> ids = customerIds.stream().distinct().toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            indexBatch(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
    }

    /** Lets readers see everything that was indexed. */
    public void refresh() {
        server.call(client -> client.indices().refresh(shown -> shown.index(IndexMapping.ALIAS)));
    }

    private void indexBatch(List<String> ids) {
        List<CustomerDocument> found = documents.of(ids);
        Set<String> gone = new HashSet<>(ids);
        gone.removeAll(found.stream().map(CustomerDocument::id).collect(toSet()));
        indexer.send(Stream.concat(found.stream().map(CustomerIndex::put), gone.stream().map(CustomerIndex::delete))
                .toList());
    }

    private void dropOthers(String index) {
        var all = server.call(client -> client.indices().get(named -> named.index(IndexMapping.ALIAS + "-*")));
        List<String> others = all.indices().keySet().stream().filter(name -> !name.equals(index)).toList();
        if (!others.isEmpty()) {
            server.call(client -> client.indices().delete(dropped -> dropped.index(others)));
            LOG.info("Dropped the search indexes {} of other versions", others);
        }
    }

    private static BulkOperation put(CustomerDocument document) {
        return BulkOperation.of(any -> any.index(put -> put.id(document.id()).document(document.fields())));
    }

    private static BulkOperation delete(String customer) {
        return BulkOperation.of(any -> any.delete(gone -> gone.id(customer)));
    }
}
