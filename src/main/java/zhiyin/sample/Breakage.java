package zhiyin.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Breaks a few rows as real extracts do. */
final class Breakage {

    private static final List<String> BAD_DATES = List.of("2026-13-45", "31/02/2026", "0000-00-00", "N/A");
    private static final List<String> UNKNOWN_CODES = List.of("?", "ZZ", "99");

    private final OperatorSettings.Faults shares;
    private final Weighted<Fault> kinds;
    private final long seed;
    private Dice dice;

    Breakage(OperatorSettings.Faults shares, long seed) {
        this.shares = shares;
        this.seed = seed;
        kinds = Weighted.of(shares.kinds());
        dice = new Dice(seed, Dice.Subject.FAULTS, -1);
    }

    /** From here on the customer of this index decides what breaks. */
    void turnTo(long index) {
        dice = new Dice(seed, Dice.Subject.FAULTS, index);
    }

    Optional<Fault> planted(Feed feed) {
        if (feed.isReference() || !dice.chance(shares.share())) {
            return Optional.empty();
        }
        Fault kind = kinds.draw(dice);
        // A feed without coded columns has no code to get wrong.
        return Optional.of(kind == Fault.UNKNOWN_CODE && feed.codes().isEmpty() ? Fault.MISSING_VALUE : kind);
    }

    boolean isStrangeCaller() {
        return dice.chance(shares.unknownCaller());
    }

    /** The rows to write instead of the sound one. */
    List<String[]> broken(Fault kind, Feed feed, String... cells) {
        return switch (kind) {
            case BAD_DATE -> List.<String[]>of(with(cells, dice.one(feed.dates()), dice.one(BAD_DATES)));
            case UNKNOWN_CODE -> List.<String[]>of(with(cells, dice.one(feed.codes()), dice.one(UNKNOWN_CODES)));
            case MISSING_VALUE -> List.<String[]>of(with(cells, dice.one(feed.required()), ""));
            case CUT_SHORT -> List.<String[]>of(Arrays.copyOf(cells, dice.between(2, cells.length - 2)));
            case DUPLICATE_KEY -> new ArrayList<>(List.of(cells, cells));
            case UNKNOWN_CALLER -> throw new IllegalArgumentException("Who calls is decided before the row is written");
        };
    }

    private static String[] with(String[] cells, int at, String value) {
        String[] changed = cells.clone();
        changed[at] = value;
        return changed;
    }
}
