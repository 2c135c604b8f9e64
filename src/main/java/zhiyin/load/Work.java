package zhiyin.load;

/**
 * What one step of a load does, in slices that each can be repeated without harm. After a crash the step goes on with the slice
 * that was not noted as done.
 */
interface Work {

    /** Name of the step. */
    String name();

    /** What is counted: {@code files}, {@code records}. */
    String unit();

    /** Finds out what is to do and answers how much; called once for a load, however often it is interrupted. */
    long begin(LoadRun run);

    /**
     * Does the next slice.
     *
     * @param done how much was done before
     * @return how much was done now; 0 when nothing is left
     */
    long slice(LoadRun run, long done);

    /** Whether there may be more to do than was found at the beginning, such as a file that is delivered anew. */
    default boolean isOpenEnded() {
        return false;
    }

    /** Closes the step after its last slice; may be called again after a crash. */
    void end(LoadRun run);
}
