package zhiyin.load;

import java.util.List;

import zhiyin.staging.Accounts.Notice;
import zhiyin.reject.Reject;
import zhiyin.staging.WorkList.Example;

/**
 * What a load would do.
 *
 * @param feeds   what it would make of each feed's rows
 * @param kinds   what it would tell the graph, by kind of record; kinds without a change are left out
 * @param notices what it would tell of the deliveries
 * @param rejects some of the rows that it would refuse
 * @param stops   why it would stop before the graph is touched, a sentence each; empty when it would not
 */
public record LoadPreview(List<LoadFeed> feeds, List<KindChange> kinds, List<Notice> notices, List<Reject> rejects,
        List<String> stops) {

    /**
     * What a load would tell the graph of one kind of record.
     *
     * @param kind     name of the kind
     * @param added    records that the graph does not know
     * @param changed  records that it knows otherwise
     * @param closed   records whose source has them no more
     * @param removed  records that the hub made and that are no more, such as a customer that turned out to be another
     * @param examples some of them
     */
    public record KindChange(String kind, long added, long changed, long closed, long removed,
            List<Example> examples) {

        boolean isEmpty() {
            return added + changed + closed + removed == 0;
        }
    }
}
