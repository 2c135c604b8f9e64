package zhiyin.sample;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Values that come up as often as their weights say. */
final class Weighted<T> {

    private final List<T> values = new ArrayList<>();
    private final double[] sums;

    Weighted(Collection<T> candidates, ToDoubleFunction<T> weight) {
        sums = new double[candidates.size()];
        double sum = 0;
        for (T candidate : candidates) {
            sum += weight.applyAsDouble(candidate);
            sums[values.size()] = sum;
            values.add(candidate);
        }
        if (sum <= 0) {
            throw new IllegalArgumentException("None of %s has a weight: give one of them a weight above 0"
                    .formatted(values));
        }
    }

    static <T> Weighted<T> of(Map<T, Double> weights) {
        return new Weighted<>(weights.keySet(), value -> weights.getOrDefault(value, 0.0));
    }

    T draw(Dice dice) {
        double at = dice.unit() * sums[sums.length - 1];
        int low = 0;
        int high = sums.length - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sums[middle] > at) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return values.get(low);
    }
}
