package zhiyin.search;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** What another thread was asked for. */
final class Awaited {

    private Awaited() {}

    /** Its result, once it is there; what failed there fails here. */
    static <T> T of(Future<T> asked) {
        try {
            return asked.get();
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause
                    ? cause
                    : new IllegalStateException(failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Indexing was stopped; start it again to go on", stopped);
        }
    }
}
