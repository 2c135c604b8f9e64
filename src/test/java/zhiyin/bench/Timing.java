package zhiyin.bench;

import java.util.function.DoubleSupplier;

/**
 * What something took.
 *
 * @param name what
 * @param wall seconds
 * @param cpu  CPU seconds of the program and its stores
 */
record Timing(String name, double wall, double cpu) {

    /** Takes the time of some work. */
    static Timing of(String name, DoubleSupplier clock, Runnable work) {
        long begin = System.nanoTime();
        double before = clock.getAsDouble();
        work.run();
        return new Timing(name, (System.nanoTime() - begin) / 1e9, clock.getAsDouble() - before);
    }

    Timing plus(Timing other) {
        return new Timing(name, wall + other.wall(), cpu + other.cpu());
    }
}
