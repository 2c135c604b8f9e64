package zhiyin.search;

import java.util.List;

import org.springframework.stereotype.Component;

/**
 * Builds the search index anew beside the one that readers search. Meanwhile whatever a load indexes goes into both; each
 * document has a number that grows with the time when it was read from the graph, so neither can undo what the other knows better.
 */
@Component
public class IndexRebuild {

    private final Indices indices;
    private final IndexFeed feed;
    private final CustomerDocuments documents;

    IndexRebuild(Indices indices, IndexFeed feed, CustomerDocuments documents) {
        this.indices = indices;
        this.feed = feed;
        this.documents = documents;
    }

    /** Begins with an empty index and answers its name. One that was begun and not finished is thrown away. */
    public String begin() {
        return indices.make(IndexMapping.building());
    }

    /** Whether this index is still being built, in the shape that this version of the hub searches. */
    public boolean isUnderWay(String index) {
        return indices.behind(IndexMapping.building()).filter(index::equals).isPresent();
    }

    /** Whether this index has taken its place. */
    public boolean isSearched(String index) {
        return indices.searched().filter(index::equals).isPresent();
    }

    /** How many customers there are to be indexed. */
    public int total() {
        return documents.count();
    }

    /**
     * Indexes the customers that come next.
     *
     * @param after id of the last customer that was indexed; empty at the begin
     * @param most  how many at most
     * @return their ids, in order; empty when there are none left
     */
    public List<String> fill(String after, int most) {
        List<String> ids = documents.idsAfter(after, most);
        feed.bring(ids, List.of(IndexMapping.building()));
        return ids;
    }

    /** Lets readers go over to the new index and drops the one before. Nobody may be indexing at that moment. */
    public void finish(String index) {
        indices.show(index);
    }
}
