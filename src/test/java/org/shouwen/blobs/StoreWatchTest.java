package org.shouwen.blobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** A mounted folder whose server is away answers nothing, not even that it is away. */
@Timeout(60)
class StoreWatchTest {
    private static final Duration SHORT = Duration.ofMillis(100);
    private static final Duration LONG = Duration.ofSeconds(30);

    private static StoreWatch watch(SharedObjects objects, Duration deadline) {
        return new StoreWatch(
                new StaticListableBeanFactory(Map.of("shared", objects)).getBeanProvider(SharedObjects.class),
                deadline);
    }

    private static double unreachable(StoreWatch watch) {
        return watch.at(Instant.EPOCH).getFirst().value();
    }

    @Test
    void a_store_that_holds_whoever_asks_counts_as_away_and_is_not_asked_again_meanwhile() {
        Held store = new Held();
        StoreWatch watch = watch(store, SHORT);
        assertThat(unreachable(watch)).as("before it was asked").isZero();
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(watch::run).isInstanceOf(StoreUnavailable.class);
            assertThat(unreachable(watch)).isOne();
        }
        assertThat(store.asked).hasValueLessThanOrEqualTo(1);
    }

    @Test
    void one_that_is_back_is_asked_anew() {
        Held store = new Held();
        StoreWatch watch = watch(store, LONG);
        store.back.countDown();
        watch.run();
        watch.run();
        assertThat(unreachable(watch)).isZero();
        assertThat(store.asked).hasValue(2);
    }

    @Test
    void one_that_says_that_it_is_away_is_believed() {
        Held store = new Held() {
            @Override
            public Optional<Instant> writtenAt(String name) {
                if (asked.getAndIncrement() == 0) throw new StoreUnavailable("away");
                return Optional.empty();
            }
        };
        StoreWatch watch = watch(store, LONG);
        assertThatThrownBy(watch::run).hasMessageContaining("away");
        assertThat(unreachable(watch)).isOne();
        watch.run();
        assertThat(unreachable(watch)).isZero();
    }

    /** Holds whoever looks until it is back. */
    private static class Held implements SharedObjects {
        final AtomicInteger asked = new AtomicInteger();
        final CountDownLatch back = new CountDownLatch(1);

        @Override
        public Optional<Instant> writtenAt(String name) {
            asked.incrementAndGet();
            try {
                back.await();
            } catch (InterruptedException e) {
                throw new StoreUnavailable("interrupted");
            }
            return Optional.empty();
        }

        @Override
        public void put(String name, byte[] bytes, Instant at) {
            throw new UnsupportedOperationException();
        }

        @Override
        public byte[] get(String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public List<String> names(String prefix) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void remove(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
