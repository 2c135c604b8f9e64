package zhiyin.sample;

/** The people who serve customers, known by a number. */
final class Agents {

    private Agents() {}

    static String any(Dice dice, int howMany) {
        return "A" + Keys.padded(1001 + dice.below(howMany), 4);
    }

    /** Shop assistants, whom customers of the same shop meet again. */
    static String ofShop(Dice dice, String shop) {
        return "S" + Keys.padded(2000L + Math.floorMod(shop.hashCode(), 700) * 10L + dice.below(6), 4);
    }
}
