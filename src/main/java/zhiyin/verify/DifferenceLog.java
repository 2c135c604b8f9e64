package zhiyin.verify;

import java.util.ArrayList;
import java.util.List;

/** Writes what a comparison finds down while it goes on: every count, and as many differences as anybody reads. */
class DifferenceLog implements Comparison.Listener {

    private static final int BATCH = 500;

    private final int number;
    private final int most;
    private final VerificationStore store;
    private final List<Difference> waiting = new ArrayList<>();
    private int written;

    DifferenceLog(int number, int most, VerificationStore store) {
        this.number = number;
        this.most = most;
        this.store = store;
    }

    @Override
    public void accept(Difference difference) {
        if (written + waiting.size() >= most) {
            return;
        }
        waiting.add(difference);
        if (waiting.size() == BATCH) {
            write();
        }
    }

    @Override
    public void done(Tally tally) {
        store.add(number, tally);
    }

    void write() {
        store.add(number, written + 1, waiting);
        written += waiting.size();
        waiting.clear();
    }
}
