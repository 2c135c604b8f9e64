package zhiyin.identity;

import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Records that were found to be one, as a forest over their numbers. Joins that would put contradicting records together are
 * refused.
 */
class Clusters {

    private static final byte ALONE = -1;

    private final int[] parents;
    private final byte[] rules;
    private final int[][] contradictions;

    /**
     * Every record alone.
     *
     * @param records        how many records there are
     * @param contradictions for each contradiction the value of each record as a number; 0 when it has none
     */
    Clusters(int records, int[][] contradictions) {
        this.parents = new int[records];
        Arrays.setAll(parents, record -> record);
        this.rules = new byte[records];
        Arrays.fill(rules, ALONE);
        this.contradictions = contradictions;
    }

    /** The number of the record that stands for the cluster: the lowest in it. */
    int of(int record) {
        int root = record;
        while (parents[root] != root) {
            parents[root] = parents[parents[root]];
            root = parents[root];
        }
        return root;
    }

    /**
     * Joins the clusters of two records unless they contradict each other.
     *
     * @param rule  number of the rule that says so
     * @param heeds which contradictions count
     */
    void join(int one, int other, int rule, boolean[] heeds) {
        int low = Math.min(of(one), of(other));
        int high = Math.max(of(one), of(other));
        if (low != high && contradict(low, high, heeds)) {
            return;
        }
        note(one, rule);
        note(other, rule);
        if (low == high) {
            return;
        }
        parents[high] = low;
        for (int[] values : contradictions) {
            values[low] = values[low] == 0 ? values[high] : values[low];
        }
    }

    /** Whether any two of some records belong to clusters that contradict each other. */
    boolean dispute(int[] records, boolean[] heeds) {
        for (int i = 0; i < records.length; i++) {
            for (int j = i + 1; j < records.length; j++) {
                if (contradict(of(records[i]), of(records[j]), heeds)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Whether two records' clusters both have a value that could contradict, and it is the same. */
    boolean vouch(int one, int other, boolean[] heeds) {
        for (int i = 0; i < contradictions.length; i++) {
            int value = contradictions[i][of(one)];
            if (heeds[i] && value != 0 && value == contradictions[i][of(other)]) {
                return true;
            }
        }
        return false;
    }

    private void note(int record, int rule) {
        if (rules[record] == ALONE) {
            rules[record] = (byte) rule;
        }
    }

    private boolean contradict(int one, int other, boolean[] heeds) {
        for (int i = 0; i < contradictions.length; i++) {
            int[] values = contradictions[i];
            if (heeds[i] && values[one] != 0 && values[other] != 0 && values[one] != values[other]) {
                return true;
            }
        }
        return false;
    }

    /** The number of the first rule that a record agreed with another by; null when it stands alone. */
    @Nullable
    Integer ruleOf(int record) {
        return rules[record] == ALONE ? null : Integer.valueOf(rules[record]);
    }
}
