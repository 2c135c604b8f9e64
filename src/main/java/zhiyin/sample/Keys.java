package zhiyin.sample;

import java.math.BigInteger;

/**
 * Keys and numbers that look random and are never given twice: each is a bijection of a slot number (a customer's index
 * times its room, plus a place in that room), shifted by the seed.
 */
final class Keys {

    /** What is numbered, each its own way, so that no key gives away another. The primes divide none of the ranges. */
    enum Series {
        CUSTOMER(2_654_435_761L), ACCOUNT(5_915_587_277L), PRODUCT(5_754_853_343L), SUBSCRIBER(9_576_890_767L), PROFILE(
                4_093_082_899L), MOBILE(3_628_273_133L), IDENTITY(5_463_458_053L), MAILBOX(2_860_486_313L);

        private final long prime;

        Series(long prime) {
            this.prime = prime;
        }
    }

    private static final int PRODUCTS = 16;
    static final int LINES = 4;

    private final long seed;

    Keys(long seed) {
        this.seed = Dice.mix(seed);
    }

    String customer(long index, int copy) {
        return "C" + digits(Series.CUSTOMER, index * 2 + copy, 8);
    }

    String account(long index, int place) {
        return "8" + digits(Series.ACCOUNT, index * 2 + place, 9);
    }

    String product(long index, int place) {
        return "P" + digits(Series.PRODUCT, index * PRODUCTS + place, 10);
    }

    String subscriber(long index, int place) {
        return "46692" + digits(Series.SUBSCRIBER, index * PRODUCTS + place, 10);
    }

    /** Of a network code that the operator does not have. */
    String strangeSubscriber(long index, int place) {
        return "46699" + digits(Series.SUBSCRIBER, index * PRODUCTS + place % PRODUCTS, 10);
    }

    String profile(long index) {
        return "U" + digits(Series.PROFILE, index, 9);
    }

    /** For interactions and surveys: a letter and 16 hexadecimal digits. */
    String contact(char kind, long index, int place) {
        String hex = Long.toHexString(Dice.mix(seed + ((index << 20) | place)));
        return kind + "0".repeat(16 - hex.length()) + hex;
    }

    /** A number below the range, another for every slot below it. */
    long scattered(Series series, long slot, long range) {
        long shift = Dice.mix(seed + series.prime) >>> 24;
        return Math.addExact(Math.multiplyExact(slot, series.prime), shift) % range;
    }

    /** One of the {@value #LINES} numbers of a customer. */
    PhoneNumber mobile(Region region, long index, int place) {
        long room = BigInteger.TEN.pow(region.mobileDigits()).longValueExact();
        long number = scattered(Series.MOBILE, index * LINES + place, room * region.mobilePrefixes().size());
        return new PhoneNumber(region,
                region.mobilePrefixes().get((int) (number / room)) + padded(number % room, region.mobileDigits()));
    }

    String digits(Series series, long slot, int length) {
        return padded(scattered(series, slot, BigInteger.TEN.pow(length).longValueExact()), length);
    }

    static String padded(long number, int length) {
        String digits = Long.toString(number);
        return "0".repeat(Math.max(0, length - digits.length())) + digits;
    }
}
