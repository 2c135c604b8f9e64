package zhiyin.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** Sends changes to the index until each is taken, and says which were refused for good. */
@Component
class BulkIndexer {

    private static final int ATTEMPTS = 7;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int OK_BELOW = 300;
    private static final int NOT_FOUND = 404;
    private static final int NEWER_IS_THERE = 409;
    private final SearchServer server;

    BulkIndexer(SearchServer server) {
        this.server = server;
    }

    /** An operation that was refused for good, without the values that it carried. */
    private record Refusal(String customer, int status, String type) {}

    void send(String alias, List<BulkOperation> operations) {
        List<BulkOperation> left = operations;
        List<Refusal> refusals = new ArrayList<>();
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            left = sendOnce(alias, left, refusals, attempt == ATTEMPTS);
            if (!left.isEmpty()) {
                pause(attempt);
            }
        }
        if (!refusals.isEmpty()) {
            throw new NotIndexedException(refusals.size(), operations.size(), refusals.getFirst().toString());
        }
    }

    // Answers what is to be sent again.
    private List<BulkOperation> sendOnce(String alias, List<BulkOperation> operations, List<Refusal> refusals,
            boolean last) {
        try {
            BulkResponse answer = server.call(client -> client
                    .bulk(bulk -> bulk.index(alias).requireAlias(true).operations(operations)));
            return again(operations, answer.items(), refusals, last);
        } catch (DataAccessResourceFailureException down) {
            if (last) {
                throw down;
            }
            return operations;
        }
    }

    private static List<BulkOperation> again(List<BulkOperation> sent, List<BulkResponseItem> items,
            List<Refusal> refusals, boolean last) {
        List<BulkOperation> again = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            BulkResponseItem item = items.get(at);
            if (isDone(item)) {
                continue;
            }
            if (SearchServer.isPassing(item.status()) && !last) {
                again.add(sent.get(at));
            } else {
                refusals.add(new Refusal(String.valueOf(item.id()), item.status(),
                        item.error() == null ? "unknown" : String.valueOf(item.error().type())));
            }
        }
        return again;
    }

    // A customer that is to be deleted and is not there is as wished; so is one of which the index knows something newer.
    private static boolean isDone(BulkResponseItem item) {
        return item.status() < OK_BELOW || item.status() == NEWER_IS_THERE
                || (item.status() == NOT_FOUND && item.error() == null);
    }

    private static void pause(int attempt) {
        try {
            Thread.sleep(FIRST_PAUSE.multipliedBy(1L << (attempt - 1)));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Indexing was stopped; start it again to go on", stopped);
        }
    }
}
