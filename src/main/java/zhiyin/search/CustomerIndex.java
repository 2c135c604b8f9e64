package zhiyin.search;

import java.util.List;

import org.springframework.stereotype.Component;

/** The search index of customers, as the load fills it. */
@Component
public class CustomerIndex {

    private final Indices indices;
    private final IndexFeed feed;

    CustomerIndex(Indices indices, IndexFeed feed) {
        this.indices = indices;
        this.feed = feed;
    }

    /** Whether readers search an index in the shape that this version of the hub searches, and it is filled. */
    public boolean isCurrent() {
        return indices.searched().isPresent();
    }

    /**
     * Makes the index of this version beside the one that readers search, where they do not search it already. They go on with
     * theirs until {@link #publish()}. What an interrupted rebuild has left is thrown away.
     *
     * @return whether the index is new: then it is empty, and every customer is to be indexed
     */
    public boolean prepare() {
        if (isCurrent()) {
            return false;
        }
        indices.make(IndexMapping.writing());
        return true;
    }

    /**
     * Indexes customers as the graph has them now, and takes out those that the graph no longer has. Readers see it after
     * {@link #publish()}; within a second where the index is theirs already. An {@link IndexRebuild} under way is told as well.
     *
     * @param customerIds ids within the type; any number, repeated or not
     */
    public void index(List<String> customerIds) {
        feed.bring(customerIds.stream().distinct().toList(), indices.written());
    }

    /**
     * Lets readers see everything that was indexed. Where they still search an index of another version, the one of this version
     * takes its place and the others are dropped.
     */
    public void publish() {
        indices.publish();
    }
}
