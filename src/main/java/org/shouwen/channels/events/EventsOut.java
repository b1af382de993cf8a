package org.shouwen.channels.events;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.history.ChangeFeed;
import org.shouwen.history.FeedPlaces;
import org.shouwen.jobs.OwnThreadJob;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Settles how far the journal goes, and sets a virtual thread to each receiver that has something to be told and is not
 * being told already. It waits for none of them: one that never answers holds up nobody else.
 */
@Component
class EventsOut implements OwnThreadJob {
    /** An id is seen, then the transactions before it are noted, then it is settled: three readings. */
    private static final int READINGS = 3;

    private final ChangeFeed feed;
    private final ReceiverStore receivers;
    private final CursorStore cursors;
    private final Telling telling;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    /** Receivers that a thread of this process is telling. */
    private final Set<UUID> told = ConcurrentHashMap.newKeySet();

    EventsOut(
            ChangeFeed feed,
            ReceiverStore receivers,
            CursorStore cursors,
            Telling telling,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.feed = feed;
        this.receivers = receivers;
        this.cursors = cursors;
        this.telling = telling;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "events-out";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        for (int i = 0; i < READINGS; i++) transaction.executeWithoutResult(_ -> settle());
        long through = receivers.feed().through();
        Instant now = clock.instant();
        for (Receiver r : receivers.all()) {
            if (r.paused()) continue;
            Receiver.Cursor c = cursors.of(r.id());
            if (c.at() < through && Telling.due(c, now) && told.add(r.id()))
                Thread.ofVirtual().name("events " + r.name()).start(() -> tell(r.id()));
        }
    }

    private void tell(UUID receiver) {
        try {
            telling.tell(receiver);
        } finally {
            told.remove(receiver);
        }
    }

    /** Whether nobody is being told just now. */
    boolean quiet() {
        return told.isEmpty();
    }

    private void settle() {
        FeedPlaces places = receivers.feed();
        places.put(places.lock().map(feed::settled).orElseGet(feed::now));
    }
}
