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

    /** Whether readers search an index in the shape that this version of the hub searches, and it is filled. */
    public boolean isCurrent() {
        return server.call(client -> client.indices()
                .existsAlias(asked -> asked.index(IndexMapping.index()).name(IndexMapping.ALIAS))).value();
    }

    /**
     * Makes the index of this version beside the one that readers search, where they do not search it already. They go on with
     * theirs until {@link #publish()}. What an interrupted rebuild has left is thrown away.
     *
     * @return whether the index is new: then it is empty, and every customer is to be indexed
     */
    public boolean prepare() {
        boolean isCurrent = isCurrent();
        if (!isCurrent) {
            makeAnew(IndexMapping.index());
        }
        server.call(client -> client.indices()
                .putAlias(put -> put.index(IndexMapping.index()).name(IndexMapping.writing())));
        return !isCurrent;
    }

    private void makeAnew(String index) {
        server.call(client -> client.indices().delete(left -> left.index(index).ignoreUnavailable(true)));
        server.call(client -> client.indices()
                .create(made -> made.index(index).withJson(new StringReader(IndexMapping.BODY))));
        LOG.info("Made the search index {}", index);
    }

    /**
     * Indexes customers as the graph has them now, and takes out those that the graph no longer has. Readers see it after
     * {@link #publish()}; within a second where the index is theirs already.
     *
     * @param customerIds ids within the type; any number, repeated or not
     */
    public void index(List<String> customerIds) {
        List<String> ids = customerIds.stream().distinct().toList();
        for (int from = 0; from < ids.size(); from += BATCH) {
            indexBatch(ids.subList(from, Math.min(ids.size(), from + BATCH)));
        }
    }

    /**
     * Lets readers see everything that was indexed. Where they still search an index of another version, the one of this version
     * takes its place and the others are dropped, all at once.
     */
    public void publish() {
        String index = IndexMapping.index();
        server.call(client -> client.indices().refresh(shown -> shown.index(index)));
        List<String> others = others(index);
        server.call(client -> client.indices().updateAliases(changes -> {
            changes.actions(change -> change.add(add -> add.index(index).alias(IndexMapping.ALIAS)));
            others.forEach(other -> changes.actions(change -> change.removeIndex(gone -> gone.index(other))));
            return changes;
        }));
        if (!others.isEmpty()) {
            LOG.info("The search index {} took the place of {}", index, others);
        }
    }

    private void indexBatch(List<String> ids) {
        List<CustomerDocument> found = documents.of(ids);
        Set<String> gone = new HashSet<>(ids);
        gone.removeAll(found.stream().map(CustomerDocument::id).collect(toSet()));
        indexer.send(Stream.concat(found.stream().map(CustomerIndex::put), gone.stream().map(CustomerIndex::delete))
                .toList());
    }

    private List<String> others(String index) {
        var all = server.call(client -> client.indices().get(named -> named.index(IndexMapping.ALIAS + "-*")));
        return all.indices().keySet().stream().filter(name -> !name.equals(index)).toList();
    }

    private static BulkOperation put(CustomerDocument document) {
        return BulkOperation.of(any -> any.index(put -> put.id(document.id()).document(document.fields())));
    }

    private static BulkOperation delete(String customer) {
        return BulkOperation.of(any -> any.delete(gone -> gone.id(customer)));
    }
}
