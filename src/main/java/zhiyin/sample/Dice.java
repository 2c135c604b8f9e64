package zhiyin.sample;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/** Chance for one subject of one customer: what is drawn depends on the seed, the index and the subject alone. */
final class Dice {

    /** What is drawn apart, so that a change in one leaves the others as they were. */
    enum Subject {
        HOUSEHOLD, PERSON, HOLDINGS, CRM, BILLING, NETWORK, CHANNEL, CALLS, EVENTS, VISITS, COMPLAINTS, SURVEYS, FAULTS, AREA
    }

    private final SplittableRandom random;

    Dice(long seed, Subject subject, long index) {
        random = new SplittableRandom(mix(mix(mix(seed) + subject.name().hashCode()) + index));
    }

    /** A bijection of the 64-bit numbers that leaves no trace of their order. */
    static long mix(long value) {
        long mixed = value + 0x9E3779B97F4A7C15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    double unit() {
        return random.nextDouble();
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    /** Both ends included. */
    int between(int first, int last) {
        return random.nextInt(first, last + 1);
    }

    <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    double bell() {
        return random.nextGaussian();
    }

    /** Log-normal with this middle value. */
    double around(double middle, double sigma) {
        return middle * Math.exp(sigma * bell());
    }

    /** Log-normal with mean 1. */
    double factor(double sigma) {
        return Math.exp(sigma * bell() - sigma * sigma / 2);
    }

    double exponential(double mean) {
        return -mean * Math.log1p(-random.nextDouble());
    }

    int poisson(double mean) {
        if (mean > 30) {
            return (int) Math.max(0, Math.round(mean + Math.sqrt(mean) * bell()));
        }
        double limit = Math.exp(-mean);
        int count = -1;
        for (double product = 1; product > limit; product *= random.nextDouble()) {
            count++;
        }
        return count;
    }

    /** A day between the two, both included; the last when they are the wrong way round. */
    LocalDate day(LocalDate first, LocalDate last) {
        long days = ChronoUnit.DAYS.between(first, last);
        return days <= 0 ? last : first.plusDays(random.nextLong(days + 1));
    }
}
