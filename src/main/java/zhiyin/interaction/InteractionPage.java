package zhiyin.interaction;

import java.time.OffsetDateTime;
import java.util.List;

import org.jspecify.annotations.Nullable;

import zhiyin.relay.Connection;
import zhiyin.relay.Edge;
import zhiyin.relay.PageAwayException;
import zhiyin.relay.PageInfo;
import zhiyin.relay.PageRequest;

/**
 * A page of a customer's interactions.
 *
 * @param found     what was found, newest first; one more than was asked for is not shown
 * @param asked     what was asked for
 * @param hasMore   whether there are older ones
 * @param total     how many there are on all pages
 * @param awayBefore the begin of the window, when all of the page lies before it and search does not answer
 */
record InteractionPage(List<PartyInteraction> found, PageRequest asked, boolean hasMore, int total,
        @Nullable OffsetDateTime awayBefore) {

    /** The page as clients see it. One that begins in the window ends there while search is away. */
    Connection<PartyInteraction> connection() {
        if (awayBefore != null) {
            throw new PageAwayException(
                    "Interactions before %s are in the search server, which does not answer. Try again later."
                            .formatted(awayBefore.toLocalDate()));
        }
        List<Edge<PartyInteraction>> edges = found.stream().limit(asked.first())
                .map(interaction -> Edge.of(interaction.position(), interaction)).toList();
        PageInfo here = Connection.pageInfo(edges, found.size(), asked);
        return new Connection<>(edges,
                new PageInfo(hasMore, here.hasPreviousPage(), here.startCursor(), here.endCursor()), total);
    }
}
