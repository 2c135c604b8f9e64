package zhiyin.api;

import java.util.HashMap;
import java.util.Map;

/** Counts the subscriptions that are open on this node, so that there are never more than are allowed. */
final class Seats {

    private final ApiSettings limits;
    private final Map<String, Integer> takenBy = new HashMap<>();
    private int taken;

    Seats(ApiSettings limits) {
        this.limits = limits;
    }

    /** Takes one for an account. False when too many are taken. */
    synchronized boolean take(String account) {
        if (taken >= limits.subscriptions() || takenBy.getOrDefault(account, 0) >= limits.subscriptionsOfOne()) {
            return false;
        }
        takenBy.merge(account, 1, Integer::sum);
        taken++;
        return true;
    }

    /** Gives one back. */
    synchronized void free(String account) {
        takenBy.computeIfPresent(account, (one, count) -> count == 1 ? null : count - 1);
        taken--;
    }

    /** How many are taken. */
    synchronized int taken() {
        return taken;
    }
}
