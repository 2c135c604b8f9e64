package zhiyin.verify;

import java.util.HexFormat;

/**
 * A number that is the same for the same records in whatever order they come. It is there to be shown: whether two records are
 * the same is found out by comparing them.
 */
class Fingerprint {

    private static final long FIRST_FACTOR = 0xbf58476d1ce4e5b9L;
    private static final long SECOND_FACTOR = 0x94d049bb133111ebL;

    private long sum;

    void add(String id, Object content) {
        sum += mixed((long) id.hashCode() << Integer.SIZE ^ content.hashCode());
    }

    /** Spreads what differs in few bits over all of them, as SplitMix64 does. */
    private static long mixed(long bits) {
        long first = (bits ^ bits >>> 30) * FIRST_FACTOR;
        long second = (first ^ first >>> 27) * SECOND_FACTOR;
        return second ^ second >>> 31;
    }

    String text() {
        return HexFormat.of().toHexDigits(sum);
    }
}
