package zhiyin.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import co.elastic.clients.elasticsearch.core.BulkResponse;
import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.springframework.stereotype.Component;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/** Sends changes to the index until each is taken, and says which were refused for good. */
@Component
class BulkIndexer {

    private static final int ATTEMPTS = 7;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final int OK_BELOW = 300;
    private static final int NOT_FOUND = 404;
    private static final int NEWER_IS_THERE = 409;
    private static final int TOO_BUSY = 429;
    private final SearchServer server;
    private final Timer writes;
    private final Counter retries;

    BulkIndexer(SearchServer server, MeterRegistry meters) {
        this.server = server;
        this.writes = Timer.builder("zhiyin.search.write").description("Bulk requests to the search index")
                .register(meters);
        this.retries = Counter.builder("zhiyin.search.retries")
                .description("Entries that the search server was too busy to take and that were sent again")
                .register(meters);
    }

    /** An operation that was refused for good, without the values that it carried. */
    private record Refusal(String id, int status, String type) {}

    void send(String alias, List<BulkOperation> operations) {
        List<BulkOperation> left = operations;
        List<Refusal> refusals = new ArrayList<>();
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            left = sendOnce(alias, left, refusals, attempt);
            if (!left.isEmpty()) {
                retries.increment(left.size());
                pause(attempt);
            }
        }
        if (!refusals.isEmpty()) {
            throw new NotIndexedException(refusals.size(), operations.size(), refusals.getFirst().toString());
        }
    }

    /** Answers what is to be sent again. A server that is silent rather than busy is left to those who have patience. */
    private List<BulkOperation> sendOnce(String alias, List<BulkOperation> operations, List<Refusal> refusals,
            int attempt) {
        try {
            BulkResponse answer = writes.record(() -> server.call(client -> client
                    .bulk(bulk -> bulk.index(alias).requireAlias(true).operations(operations))));
            List<BulkOperation> again = again(operations, Objects.requireNonNull(answer).items(), refusals);
            if (!again.isEmpty() && attempt == ATTEMPTS) {
                throw SearchAwayException.busy(TOO_BUSY, null);
            }
            return again;
        } catch (SearchAwayException away) {
            if (!away.isBusy() || attempt == ATTEMPTS) {
                throw away;
            }
            return operations;
        }
    }

    private static List<BulkOperation> again(List<BulkOperation> sent, List<BulkResponseItem> items,
            List<Refusal> refusals) {
        List<BulkOperation> again = new ArrayList<>();
        for (int at = 0; at < items.size(); at++) {
            BulkResponseItem item = items.get(at);
            if (isDone(item)) {
                continue;
            }
            if (SearchServer.isPassing(item.status())) {
                again.add(sent.get(at));
            } else {
                refusals.add(new Refusal(String.valueOf(item.id()), item.status(),
                        item.error() == null ? "unknown" : String.valueOf(item.error().type())));
            }
        }
        return again;
    }

    // What is to be deleted and is not there is as wished; so is that of which the index knows something newer.
    private static boolean isDone(BulkResponseItem item) {
        return item.status() < OK_BELOW || item.status() == NEWER_IS_THERE
                || (item.status() == NOT_FOUND && item.error() == null);
    }

    private static void pause(int attempt) {
        try {
            // not all at the same moment again
            double share = ThreadLocalRandom.current().nextDouble(0.5, 1.0);
            Thread.sleep(Math.round(FIRST_PAUSE.toMillis() * (1L << (attempt - 1)) * share));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Indexing was stopped; start it again to go on", stopped);
        }
    }
}
