package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Every entry is told, also one that is committed long after later ones, and hardly any twice. */
@ShouwenTest
class ChangeFeedTest {
    private static final int MOST = 1_000_000;

    @Autowired
    ChangeFeed feed;

    @Autowired
    History history;

    @Autowired
    TransactionTemplate transaction;

    private final DoneChanges done = new DoneChanges();
    private ChangeFeed.Place place;

    @BeforeEach
    void here() {
        place = feed.now();
        while (!tell(done).isEmpty()) {
            // what others left of the journal
        }
    }

    private void entry(UUID subject) {
        transaction.executeWithoutResult(
                _ -> history.append(new Subject("feed_test", subject), Instant.EPOCH, Actor.SYSTEM, "Told", "{}"));
    }

    /** Reads once, and what it read is done. */
    private List<UUID> tell(DoneChanges by) {
        return tell(by, MOST);
    }

    private List<UUID> tell(DoneChanges by, int most) {
        ChangeFeed.Changes told = feed.after(place, by, most);
        List<UUID> fresh = new ArrayList<>();
        for (ChangeFeed.Change c : by.fresh(told)) fresh.add(c.subject());
        place = told.next();
        by.add(told);
        return fresh;
    }

    @Test
    void what_was_told_is_not_told_again_before_it_is_settled() {
        UUID one = UUID.randomUUID();
        UUID two = UUID.randomUUID();
        entry(one);
        assertThat(tell(done)).containsExactly(one);
        assertThat(tell(done)).isEmpty();
        entry(two);
        assertThat(tell(done)).containsExactly(two);
        for (int i = 0; i < 4; i++) assertThat(tell(done)).isEmpty();
    }

    @Test
    void what_is_committed_after_later_entries_is_told_when_it_is() throws Exception {
        UUID late = UUID.randomUUID();
        UUID early = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> slow = other.submit(() -> transaction.executeWithoutResult(_ -> {
                entry(late);
                written.countDown();
                await(commit);
            }));
            await(written);
            entry(early);
            assertThat(tell(done)).containsExactly(early);
            for (int i = 0; i < 6; i++) assertThat(tell(done)).isEmpty();
            commit.countDown();
            slow.get();
            assertThat(tell(done)).containsExactly(late);
            for (int i = 0; i < 4; i++) assertThat(tell(done)).isEmpty();
        }
    }

    @Test
    void of_many_that_are_committed_late_all_are_told_however_few_at_once() throws Exception {
        List<UUID> late = Stream.generate(UUID::randomUUID).limit(25).toList();
        UUID early = UUID.randomUUID();
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch commit = new CountDownLatch(1);
        List<UUID> told = new ArrayList<>();
        try (ExecutorService other = Executors.newSingleThreadExecutor()) {
            Future<?> slow = other.submit(() -> transaction.executeWithoutResult(_ -> {
                late.forEach(this::entry);
                written.countDown();
                await(commit);
            }));
            await(written);
            entry(early);
            for (int i = 0; i < 6; i++) told.addAll(tell(done, 4)); // seen, and waited for those that had begun
            commit.countDown();
            slow.get();
            for (int i = 0; i < 20; i++) told.addAll(tell(done, 4));
        }
        assertThat(told).contains(early).containsAll(late).doesNotHaveDuplicates();
    }

    @Test
    void what_has_to_be_done_again_is_there_until_it_is_settled() {
        UUID one = UUID.randomUUID();
        entry(one);
        List<Boolean> there = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            ChangeFeed.Changes told = feed.after(place, done, MOST);
            there.add(done.unsettled(told).stream().anyMatch(c -> c.subject().equals(one)));
            place = told.next();
            done.add(told);
        }
        assertThat(there).startsWith(true, true).endsWith(false);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) throw new IllegalStateException("nobody came");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Test
    void a_reader_that_forgot_or_was_put_back_is_told_all_again() {
        ChangeFeed.Place before = place;
        UUID one = UUID.randomUUID();
        entry(one);
        assertThat(tell(done)).containsExactly(one);
        place = before;
        assertThat(tell(new DoneChanges())).contains(one);
        for (int i = 0; i < 6; i++) tell(done);
        place = new ChangeFeed.Place(before.through() - 1, before.through() - 1, 0);
        assertThat(tell(done)).contains(one);
    }
}
