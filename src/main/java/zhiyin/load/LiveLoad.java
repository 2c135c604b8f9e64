package zhiyin.load;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

import jakarta.annotation.PreDestroy;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

import zhiyin.load.Load.LoadStatus;

/**
 * Tells how the newest load gets on. One look at PostgreSQL a second serves all who listen on this node, and nobody looks while
 * nobody listens. Who is slow is told the newest state alone.
 */
@Component
class LiveLoad {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Flux<Signal<Load>> states;
    private final Scheduler timer = Schedulers.newSingle("live-load", true);

    @Autowired
    LiveLoad(NewestLoad newest) {
        this(newest::state, newest::find, PAUSE);
    }

    LiveLoad(Supplier<String> state, Supplier<Optional<Load>> newest, Duration pause) {
        Flux<Load> changes = Mono.fromSupplier(state).repeatWhen(looked -> looked.delayElements(pause, timer))
                .subscribeOn(timer).distinctUntilChanged().mapNotNull(changed -> newest.get().orElse(null));
        // a look that fails is told as if it were a state: what ends by itself would be replayed to those who come later
        this.states = changes.materialize().concatWith(Mono.never()).replay(1).refCount();
    }

    /** The newest load, now and whenever it has gone on, and the next one once it begins. Does not end. */
    Flux<Load> newest() {
        return states.<Load>dematerialize().onBackpressureLatest();
    }

    /** A load, now and whenever it has gone on, until it has ended or another one has begun. */
    Flux<Load> of(Load load) {
        return load.status() == LoadStatus.RUNNING
                ? newest().skipWhile(state -> state.number() < load.number())
                        .takeWhile(state -> state.number() == load.number())
                        .takeUntil(state -> state.status() != LoadStatus.RUNNING)
                : Flux.just(load);
    }

    @PreDestroy
    void close() {
        timer.dispose();
    }
}
