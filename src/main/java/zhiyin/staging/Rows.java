package zhiyin.staging;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The rows of a delivery, whatever it is written in. */
interface Rows {

    /** Hands over all rows, in their order. */
    void read(Taker taker) throws IOException;

    /**
     * What there is of a row that cannot be taken.
     *
     * @param values texts of declared columns, as for a row that can; empty when it has none
     * @param text   what cannot be told apart by columns, at most {@value #LONGEST} characters; null when nothing
     */
    record Torn(@Nullable String[] values, @Nullable String text) {

        /** The most characters that are kept of what cannot be told apart. */
        static final int LONGEST = 8_000;

        /** Nothing that could be kept. */
        static final Torn NOTHING = new Torn(new @Nullable String[0], null);

        /** A line that is no row. */
        static Torn ofText(String text) {
            return text.length() > LONGEST
                    ? NOTHING
                    : new Torn(new @Nullable String[0], text.replaceAll("[\\p{Cntrl}&&[^\t]]", "\uFFFD"));
        }
    }

    /** What is done with what is found. */
    interface Taker {

        /**
         * Takes the names of the columns that are there; called once, before the first row where the format tells them, else
         * behind the last.
         *
         * @param line  line that tells them
         * @param names names, the same one as often as it is there
         */
        void columns(long line, List<String> names);

        /**
         * Takes a row.
         *
         * @param line   line that it begins on, or its number
         * @param values a text for each declared column, in their order; null where there is none
         */
        void row(long line, @Nullable String[] values);

        /** Takes the news that a row cannot be taken, and what there is of it. */
        void refused(long line, @Nullable String column, RejectReason reason, String message, Torn torn);

        /** Takes the news that nothing can be taken, because the delivery ends in what tells its columns. */
        void cut(long line, String message);
    }
}
