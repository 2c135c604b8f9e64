package zhiyin.relay;

import java.util.Optional;
import java.util.Set;

/** Where the objects of one GraphQL type are found by id. A feature offers one bean for each of its types. */
public interface NodeSource {

    /** Name of the GraphQL type. */
    String type();

    /** Roles that may read objects of this type. */
    default Set<String> readers() {
        return Set.of("AGENT", "MANAGER");
    }

    /** The object with this id; empty when there is none. */
    Optional<? extends Entity> find(String id);
}
