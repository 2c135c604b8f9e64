package zhiyin.staging;

import java.util.List;

/** Customers whose search entry may be out of date, from the moment the graph was told of a change until search is told. */
public class TouchedCustomers {

    private final Staging staging;

    /** The customers noted in a staging. */
    public TouchedCustomers(Staging staging) {
        this.staging = staging;
    }

    /** How many there are. */
    public long count() {
        return staging.number("SELECT count(DISTINCT customer) FROM touched");
    }

    /** Notes every customer that the graph was told of: search has lost them all. */
    public void noteAll() {
        staging.run("INSERT INTO touched SELECT id FROM merged.\"Customer\"");
    }

    /** The next of them by id. */
    public List<String> next(int limit) {
        return staging.query("SELECT DISTINCT customer FROM touched ORDER BY customer LIMIT " + limit,
                row -> row.getString(1));
    }

    /** Notes that search was told of the customers up to the last of these, which {@link #next} answered. */
    public void forget(List<String> customers) {
        staging.update("DELETE FROM touched WHERE customer <= ?", customers.getLast());
    }
}
