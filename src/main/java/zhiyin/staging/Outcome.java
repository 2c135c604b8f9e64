package zhiyin.staging;

/** What a row came to. Of a row that fills several records, the one with the highest rank counts. */
enum Outcome {
    UNCHANGED, CHANGED, CLOSED, ADDED;

    int rank() {
        return ordinal();
    }
}
