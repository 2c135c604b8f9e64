package zhiyin.staging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.staging.Rows.Taker;

/** Hands over the rows that a database answers, keeping none. */
class ResultRows {

    private final List<String> declared;
    private final Texts texts;

    ResultRows(List<String> declared, Texts texts) {
        this.declared = declared;
        this.texts = texts;
    }

    /** Makes a text of a value. */
    interface Cell {

        /** The value of a column of the result, counted from 1. */
        @Nullable
        String text(ResultSet row, int column) throws SQLException;
    }

    /**
     * Hands over all rows.
     *
     * @param rows      the answer; its columns are those that are there of the declared ones
     * @param positions for each declared column the answer's, counted from 1; 0 when it is not there
     * @param cell      makes texts
     * @param taker     takes them
     */
    void hand(ResultSet rows, int[] positions, Cell cell, Taker taker) throws SQLException {
        long number = 0;
        while (rows.next()) {
            number++;
            @Nullable
            String[] values = new @Nullable String[positions.length];
            for (int i = 0; i < positions.length; i++) {
                values[i] = positions[i] == 0 ? null : cell.text(rows, positions[i]);
            }
            texts.hand(number, values, declared, taker);
        }
    }
}
