package zhiyin.staging;

/**
 * What is done about rows that are refused.
 *
 * @param corrections what people corrected in them
 * @param kept        how many of a feed keep their values in a load
 */
public record Refusals(Corrections corrections, int kept) {

    /** How many rows of a feed keep their values when nobody says. */
    static final int KEPT = 10_000;

    /** Values are kept, and nothing is corrected. */
    static final Refusals UNCORRECTED = new Refusals(Corrections.NONE, KEPT);
}
