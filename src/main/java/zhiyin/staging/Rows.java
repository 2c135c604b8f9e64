package zhiyin.staging;

import java.io.IOException;
import java.util.List;

import org.jspecify.annotations.Nullable;

/** The rows of a delivery, whatever it is written in. */
interface Rows {

    /** Hands over all rows, in their order. */
    void read(Taker taker) throws IOException;

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

        /** Takes the news that a row cannot be taken. */
        void refused(long line, @Nullable String column, RejectReason reason, String message);

        /** Takes the news that nothing can be taken, because the delivery ends in what tells its columns. */
        void cut(long line, String message);
    }
}
