package zhiyin.bench;

import java.util.List;
import java.util.function.Predicate;

/**
 * A load of a hub.
 *
 * @param steps what its steps took, in order
 * @param lines what the hub put out meanwhile
 */
record HubRun(List<Timing> steps, List<String> lines) {

    /** All steps together. */
    Timing total(String name) {
        return of(name, step -> true);
    }

    /** Some steps together. */
    Timing of(String name, Predicate<String> which) {
        return steps.stream().filter(step -> which.test(step.name())).reduce(new Timing(name, 0, 0), Timing::plus);
    }
}
