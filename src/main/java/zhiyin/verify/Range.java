package zhiyin.verify;

import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.staging.ToldRecords.Told;

/**
 * What graph and staging say of the records whose places lie between two places.
 *
 * @param told what the graph should hold
 * @param held what it holds
 * @param last the last place that was looked at; null when nothing lies behind
 * @param next where the next range begins
 */
record Range(List<Told> told, List<Held> held, @Nullable String last, Position next) {

    /**
     * Where a range begins.
     *
     * @param after place in the graph that it comes after
     * @param from  how many records of staging were looked at before
     */
    record Position(String after, long from) {

        static final Position FIRST = new Position("", 0);
    }
}
