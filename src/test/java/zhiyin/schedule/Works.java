package zhiyin.schedule;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/** Work that remembers what it was asked to do, and ends as a test wants it to. */
class Works implements ScheduledWork {

    private final List<Order> orders = Collections.synchronizedList(new ArrayList<>());
    private volatile Function<Order, Result> ending = order -> new Result.Completed(1L);

    void end(Function<Order, Result> how) {
        ending = how;
    }

    List<Order> orders() {
        return List.copyOf(orders);
    }

    @Override
    public String name() {
        return "load";
    }

    @Override
    public @Nullable String mistakeIn(List<String> feeds) {
        return feeds.contains("nowhere") ? "no source is called nowhere" : null;
    }

    @Override
    public Result run(Order order) {
        orders.add(order);
        return ending.apply(order);
    }
}
