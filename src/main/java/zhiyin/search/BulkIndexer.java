package zhiyin.search;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;

import co.elastic.clients.elasticsearch.core.bulk.BulkOperation;
import co.elastic.clients.elasticsearch.core.bulk.BulkResponseItem;

import org.jspecify.annotations.Nullable;
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

    /**
     * What came of an operation.
     *
     * @param status as HTTP has it
     * @param error  its type; null when there is none
     */
    record Outcome(String id, int status, @Nullable String error) {

        // What is to be deleted and is not there is as wished; so is that of which the index knows something newer.
        private boolean isDone() {
            return status < OK_BELOW || status == NEWER_IS_THERE || status == NOT_FOUND && error == null;
        }
    }

    /** A request that carries operations and says what came of each. */
    @FunctionalInterface
    interface Bulk<T> {
        List<Outcome> send(List<T> operations);
    }

    void send(String alias, List<BulkOperation> operations) {
        send(operations, part -> Objects.requireNonNull(server.call(client -> client
                .bulk(bulk -> bulk.index(alias).requireAlias(true).operations(part)))).items().stream()
                .map(BulkIndexer::outcome).toList());
    }

    private static Outcome outcome(BulkResponseItem item) {
        return new Outcome(String.valueOf(item.id()), item.status(),
                item.error() == null ? null : String.valueOf(item.error().type()));
    }

    /** Sends operations of any form until each is taken. */
    <T> void send(List<T> operations, Bulk<T> bulk) {
        List<T> left = operations;
        List<Refusal> refusals = new ArrayList<>();
        for (int attempt = 1; !left.isEmpty(); attempt++) {
            left = sendOnce(left, bulk, refusals, attempt);
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
    private <T> List<T> sendOnce(List<T> operations, Bulk<T> bulk, List<Refusal> refusals, int attempt) {
        try {
            List<Outcome> outcomes = Objects.requireNonNull(writes.record(() -> bulk.send(operations)));
            List<T> again = again(operations, outcomes, refusals);
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

    private static <T> List<T> again(List<T> sent, List<Outcome> outcomes, List<Refusal> refusals) {
        List<T> again = new ArrayList<>();
        for (int at = 0; at < outcomes.size(); at++) {
            Outcome outcome = outcomes.get(at);
            if (outcome.isDone()) {
                continue;
            }
            if (SearchServer.isPassing(outcome.status())) {
                again.add(sent.get(at));
            } else {
                refusals.add(new Refusal(outcome.id(), outcome.status(),
                        outcome.error() == null ? "unknown" : outcome.error()));
            }
        }
        return again;
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
