package zhiyin.load;

import org.jspecify.annotations.Nullable;

/** How a load ended. */
public sealed interface LoadOutcome {

    /**
     * All of it was done, or there was nothing to do.
     *
     * @param load its number
     */
    record Completed(long load) implements LoadOutcome {}

    /**
     * It could not go on; it goes on from there when it is started again.
     *
     * @param load    its number; null when the database that counts loads was lost
     * @param message what went wrong, for people
     */
    record Failed(@Nullable Long load, String message) implements LoadOutcome {}

    /**
     * It was asked to stop; it goes on from there when it is started again.
     *
     * @param load    its number
     * @param message the same, for people
     */
    record Stopped(long load, String message) implements LoadOutcome {}

    /** Another load is running. */
    record AlreadyRunning() implements LoadOutcome {}
}
