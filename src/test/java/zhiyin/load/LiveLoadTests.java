package zhiyin.load;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Subscription;

import reactor.core.Disposable;
import reactor.core.publisher.BaseSubscriber;

import zhiyin.load.Load.LoadStatus;
import zhiyin.load.LoadRequest.LoadTrigger;

import static org.assertj.core.api.Assertions.assertThat;

class LiveLoadTests {

    private static final Duration PAUSE = Duration.ofMillis(5);

    private final AtomicInteger looks = new AtomicInteger();
    private volatile int number;
    private volatile int slice;
    private volatile LoadStatus status = LoadStatus.RUNNING;
    private volatile boolean isAway;
    private final LiveLoad live = new LiveLoad(this::look, this::find, PAUSE);

    @AfterEach
    void close() {
        live.close();
    }

    @Test
    void whoListensIsToldWhereItStandsAndEachChange() throws InterruptedException {
        number = 1;
        List<Load> told = new CopyOnWriteArrayList<>();
        Disposable listening = live.newest().subscribe(told::add);
        await(() -> told.size() == 1);
        looks(3);
        assertThat(told).as("nothing has changed").hasSize(1);

        slice = 1;
        await(() -> told.size() == 2);
        listening.dispose();

        assertThat(told).extracting(load -> load.id()).containsExactly("1/0", "1/1");
    }

    @Test
    void nothingIsToldUntilThereIsALoad() throws InterruptedException {
        List<Load> told = new CopyOnWriteArrayList<>();
        Disposable listening = live.newest().subscribe(told::add);
        looks(3);
        assertThat(told).isEmpty();

        number = 1;
        await(() -> !told.isEmpty());
        listening.dispose();
    }

    @Test
    void oneLookServesAll() throws InterruptedException {
        number = 1;
        List<Disposable> listening = List.of(live.newest().subscribe(), live.newest().subscribe(),
                live.newest().subscribe());
        looks(1);
        int before = looks.get();
        long begun = System.nanoTime();
        looks(10);
        long pauses = Duration.ofNanos(System.nanoTime() - begun).dividedBy(PAUSE);
        listening.forEach(Disposable::dispose);

        assertThat(looks.get() - before).as("three who looked on their own would look thrice as often")
                .isLessThan(Math.toIntExact(2 * pauses));
    }

    @Test
    void whoComesLaterIsToldAtOnce() throws InterruptedException {
        number = 1;
        Disposable first = live.newest().subscribe();
        looks(1);
        List<Load> told = new CopyOnWriteArrayList<>();
        await(() -> {
            live.newest().take(1).subscribe(told::add);
            return !told.isEmpty();
        });
        first.dispose();

        assertThat(told).isNotEmpty();
    }

    @Test
    void nobodyLooksWhileNobodyListens() throws InterruptedException {
        Disposable one = live.newest().subscribe();
        Disposable other = live.newest().subscribe();
        looks(2);
        one.dispose();
        looks(2);
        other.dispose();
        Thread.sleep(PAUSE.multipliedBy(4));
        int before = looks.get();
        Thread.sleep(PAUSE.multipliedBy(10));

        assertThat(looks.get()).isEqualTo(before);
    }

    @Test
    void whoIsSlowIsToldTheNewestStateAlone() throws InterruptedException {
        number = 1;
        List<Load> told = new CopyOnWriteArrayList<>();
        Slow slow = new Slow(told);
        live.newest().subscribe(slow);
        await(() -> told.size() == 1);
        for (int change = 1; change <= 30; change++) {
            slice = change;
            looks(2);
        }
        slow.request(1);
        await(() -> told.size() == 2);
        slow.request(1);
        looks(3);
        slow.cancel();

        assertThat(told).extracting(load -> load.id()).containsExactly("1/0", "1/30");
    }

    @Test
    void aLoadIsFollowedToItsEnd() throws InterruptedException {
        number = 7;
        List<Load> told = new CopyOnWriteArrayList<>();
        Disposable listening = live.of(load(8, LoadStatus.RUNNING)).subscribe(told::add);
        looks(3);
        number = 8;
        await(() -> !told.isEmpty());
        status = LoadStatus.COMPLETED;
        slice = 1;
        await(listening::isDisposed);

        assertThat(told).extracting(load -> load.number() + " " + load.status()).containsExactly("8 RUNNING",
                "8 COMPLETED");
    }

    @Test
    void aLoadThatHasEndedIsToldOnce() {
        assertThat(live.of(load(3, LoadStatus.FAILED)).collectList().block()).singleElement()
                .extracting(Load::number).isEqualTo(3);
        assertThat(looks).hasValue(0);
    }

    @Test
    void aLookThatFailsIsToldAndTheNextListenerBeginsAnew() throws InterruptedException {
        number = 1;
        isAway = true;
        List<Throwable> failures = new CopyOnWriteArrayList<>();
        live.newest().subscribe(load -> {}, failures::add);
        await(() -> !failures.isEmpty());

        isAway = false;
        assertThat(live.newest().blockFirst(Duration.ofSeconds(5))).isNotNull();
    }

    private static final class Slow extends BaseSubscriber<Load> {

        private final List<Load> told;

        Slow(List<Load> told) {
            this.told = told;
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(1);
        }

        @Override
        protected void hookOnNext(Load load) {
            told.add(load);
        }
    }

    private String look() {
        looks.incrementAndGet();
        if (isAway) {
            throw new IllegalStateException("The database is away");
        }
        return number + " " + slice;
    }

    private Optional<Load> find() {
        return number == 0 ? Optional.empty() : Optional.of(load(number, status));
    }

    private Load load(int ofNumber, LoadStatus where) {
        return new Load(ofNumber + "/" + slice, ofNumber, where, OffsetDateTime.MIN, null,
                LoadRequest.ofAll(LoadTrigger.START), List.of());
    }

    private void looks(int more) throws InterruptedException {
        int before = looks.get();
        await(() -> looks.get() >= before + more);
    }

    private static void await(BooleanSupplier happened) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(5).toNanos();
        while (!happened.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waited for too long").isLessThan(end);
            Thread.sleep(1);
        }
    }
}
