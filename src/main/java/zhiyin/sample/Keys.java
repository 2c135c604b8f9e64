package zhiyin.sample;

import java.math.BigInteger;

/**
 * Keys and numbers that look random and are never given twice: each is a bijection of a slot number (a customer's index
 * times its room, plus a place in that room), shifted by the seed.
 */
final class Keys {

    /** A prime above every range in use, so that multiplying by it leaves no two slots on one number. */
    private static final long STEP = 2_654_435_761L;
    private static final int PRODUCTS = 16;
    static final int LINES = 4;

    private final long shift;

    Keys(long seed) {
        shift = Dice.mix(seed) >>> 24;
    }

    String customer(long index, int copy) {
        return "C" + digits(index * 2 + copy, 8);
    }

    String account(long index, int place) {
        return "8" + digits(index * 2 + place, 9);
    }

    String product(long index, int place) {
        return "P" + digits(index * PRODUCTS + place, 10);
    }

    String subscriber(long index, int place) {
        return "46692" + digits(index * PRODUCTS + place, 10);
    }

    /** Of a network code that the operator does not have. */
    String strangeSubscriber(long index, int place) {
        return "46699" + digits(index * PRODUCTS + place % PRODUCTS, 10);
    }

    String profile(long index) {
        return "U" + digits(index, 9);
    }

    /** For interactions and surveys: a letter and 16 hexadecimal digits. */
    String contact(char kind, long index, int place) {
        String hex = Long.toHexString(Dice.mix(shift + ((index << 20) | place)));
        return kind + "0".repeat(16 - hex.length()) + hex;
    }

    /** A number below the range, another for every slot below it. */
    long scattered(long slot, long range) {
        return Math.addExact(Math.multiplyExact(slot, STEP), shift) % range;
    }

    /** One of the {@value #LINES} numbers of a customer. */
    PhoneNumber mobile(Region region, long index, int place) {
        long room = BigInteger.TEN.pow(region.mobileDigits()).longValueExact();
        long number = scattered(index * LINES + place, room * region.mobilePrefixes().size());
        return new PhoneNumber(region,
                region.mobilePrefixes().get((int) (number / room)) + padded(number % room, region.mobileDigits()));
    }

    String digits(long slot, int length) {
        return padded(scattered(slot, BigInteger.TEN.pow(length).longValueExact()), length);
    }

    static String padded(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
