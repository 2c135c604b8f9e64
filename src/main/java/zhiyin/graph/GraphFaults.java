package zhiyin.graph;

import org.neo4j.driver.exceptions.Neo4jException;
import org.neo4j.driver.exceptions.RetryableException;
import org.neo4j.driver.exceptions.ServiceUnavailableException;
import org.neo4j.driver.exceptions.SessionExpiredException;

/** Tells faults of the graph that pass, when it is away or busy, from those that stay until somebody mends their cause. */
public final class GraphFaults {

    private static final String DEADLOCK = "DeadlockDetected";

    private GraphFaults() {}

    /** Whether the same may succeed when it is tried again. */
    public static boolean isPassing(Throwable fault) {
        return fault instanceof RetryableException;
    }

    /** In a word, for those who count. */
    static String reason(Throwable fault) {
        return switch (fault) {
            case ServiceUnavailableException away -> "away";
            case SessionExpiredException away -> "away";
            case Neo4jException refused when refused.code().contains(DEADLOCK) -> "deadlock";
            default -> "busy";
        };
    }
}
