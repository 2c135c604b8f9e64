package zhiyin.search;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import static java.util.stream.Collectors.toSet;

import co.elastic.clients.elasticsearch._types.VersionType;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;

import org.springframework.stereotype.Component;

/** Brings customers as the graph has them into indices. While some are written, the next are read. */
@Component
class IndexFeed {

    /** From here on larger requests were no faster; one takes about two megabytes. */
    private static final int BATCH = 2_500;

    private final CustomerDocuments documents;
    private final IndexVersions versions;
    private final BulkIndexer indexer;

    IndexFeed(CustomerDocuments documents, IndexVersions versions, BulkIndexer indexer) {
        this.documents = documents;
        this.versions = versions;
        this.indexer = indexer;
    }

    /** Indexes customers, and takes out those that the graph does not have, under each of some aliases. */
    void bring(List<String> ids, List<String> aliases) {
        try (ExecutorService ahead = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<BulkOperation>> read = ahead.submit(() -> operations(batch(ids, 0)));
            for (int from = 0; from < ids.size(); from += BATCH) {
                List<BulkOperation> operations = Awaited.of(read);
                int next = from + BATCH;
                read = ahead.submit(() -> operations(batch(ids, next)));
                aliases.forEach(alias -> indexer.send(alias, operations));
            }
        }
    }

    private static List<String> batch(List<String> ids, int from) {
        return ids.subList(Math.min(ids.size(), from), Math.min(ids.size(), from + BATCH));
    }

    private List<BulkOperation> operations(List<String> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        long version = versions.next();
        List<CustomerDocument> found = documents.of(ids);
        Set<String> gone = new HashSet<>(ids);
        gone.removeAll(found.stream().map(CustomerDocument::id).collect(toSet()));
        return Stream.concat(found.stream().map(document -> put(document, version)),
                gone.stream().map(customer -> delete(customer, version))).toList();
    }

    private static BulkOperation put(CustomerDocument document, long version) {
        return BulkOperation.of(any -> any.index(put -> put.id(document.id()).version(version)
                .versionType(VersionType.ExternalGte).document(document.fields())));
    }

    private static BulkOperation delete(String customer, long version) {
        return BulkOperation.of(any -> any.delete(
                gone -> gone.id(customer).version(version).versionType(VersionType.ExternalGte)));
    }
}
