package zhiyin.load;

import java.util.List;

/** What was delivered breaks more rules than its declaration tolerates. Nothing of it reached the graph. */
class UnfitDeliveryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UnfitDeliveryException(List<String> stops) {
        super("%s. The graph is as it was. Deliver anew, take the file away, or start the load with 'tolerate' to go on without what is refused"
                .formatted(String.join("; ", stops)));
    }
}
