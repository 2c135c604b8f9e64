package zhiyin.sample;

/**
 * What a customer is called.
 *
 * @param hant in Traditional characters, or in Latin letters for who has no Chinese name
 * @param hans the same in Simplified characters
 * @param latinFamily family name in Latin letters; empty when there is no such spelling
 * @param latinGiven given name in Latin letters, a company's whole name
 */
record Name(String hant, String hans, String latinFamily, String latinGiven) {

    boolean hasLatin() {
        return !latinGiven.isEmpty();
    }

    String in(Region.Script script) {
        return switch (script) {
            case HANT -> hant;
            case HANS -> hans;
            case LATIN -> hasLatin() ? plainLatin() : hant;
        };
    }

    /** As a form, a passport or the customer would spell it. */
    String latin(Dice dice) {
        if (latinFamily.isEmpty()) {
            return latinGiven;
        }
        return switch (dice.below(5)) {
            case 0 -> latinFamily + ", " + latinGiven;
            case 1 -> (latinFamily + " " + latinGiven.replace('-', ' ')).toUpperCase(java.util.Locale.ROOT);
            case 2 -> latinFamily + " " + latinGiven;
            default -> plainLatin();
        };
    }

    private String plainLatin() {
        return (latinGiven + " " + latinFamily).strip();
    }
}
