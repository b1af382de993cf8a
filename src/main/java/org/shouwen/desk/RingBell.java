package org.shouwen.desk;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.springframework.context.event.ContextClosedEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Lets the page of an agent wait for the next call, so that it is on the screen at once. What rings on this node wakes its
 * page; what another node was told is seen within a second. A page that waits holds no connection of the database.
 */
@Component
public class RingBell {
    private static final Duration OTHER_NODES = Duration.ofSeconds(1);
    private static final Duration HELD = Duration.ofSeconds(20);

    /** Pages of one agent that wait at the same time; a browser opens only a few connections. */
    private static final int PAGES = 2;

    private final Calls calls;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition rung = lock.newCondition();
    private final Map<UUID, Long> rings = new ConcurrentHashMap<>();
    private final Map<UUID, Integer> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    RingBell(Calls calls) {
        this.calls = calls;
    }

    /** Something about an account's calls has changed; heard when the transaction has ended. */
    void ring(UUID account) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            wake(account);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                wake(account);
            }
        });
    }

    private void wake(UUID account) {
        lock.lock();
        try {
            rings.merge(account, 1L, Long::sum);
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * What rings, as soon as it is another call than the one that is shown; after twenty seconds whatever is there.
     *
     * @param shown id of the call on the page; empty when there is none
     */
    public Optional<Calls.Ringing> next(UUID account, String shown) {
        int pages = waiting.merge(account, 1, Integer::sum);
        try {
            long end = System.nanoTime() + (pages > PAGES ? 0 : HELD.toNanos());
            while (true) {
                long heard = rings.getOrDefault(account, 0L);
                Optional<Calls.Ringing> now = calls.ringing(account);
                long left = end - System.nanoTime();
                if (closed
                        || left <= 0
                        || Thread.currentThread().isInterrupted()
                        || !now.map(Calls.Ringing::id).orElse("").equals(shown)) return now;
                await(account, heard, Math.min(left, OTHER_NODES.toNanos()));
            }
        } finally {
            waiting.computeIfPresent(account, (_, n) -> n <= 1 ? null : n - 1);
        }
    }

    private void await(UUID account, long heard, long nanos) {
        lock.lock();
        try {
            long left = nanos;
            while (!closed && left > 0 && rings.getOrDefault(account, 0L) == heard) left = rung.awaitNanos(left);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the next wait ends at once as well
        } finally {
            lock.unlock();
        }
    }

    /** A stop does not wait for pages that wait. */
    @EventListener(ContextClosedEvent.class)
    void close() {
        closed = true;
        lock.lock();
        try {
            rung.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
