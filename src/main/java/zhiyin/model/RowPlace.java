package zhiyin.model;

/**
 * The row that a record stems from, small enough to be kept with each record: as one number, the file's times 2^32 plus the line.
 *
 * @param file number that the file or table was given when a load took it over; 0 when it was given none
 * @param line of the file, where the header is 1; number of the row in a table; 0 when it is no single row
 */
public record RowPlace(int file, long line) {

    private static final int LINE_BITS = 32;
    private static final long LINES = 1L << LINE_BITS;

    /** The place that a number stands for. */
    public static RowPlace of(long packed) {
        return new RowPlace(Math.toIntExact(packed >>> LINE_BITS), packed % LINES);
    }

    /** The number that stands for line 0 of a file; those of its lines follow. */
    public static long start(int file) {
        return file * LINES;
    }
}
