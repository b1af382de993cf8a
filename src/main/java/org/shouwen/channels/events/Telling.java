package org.shouwen.channels.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.shouwen.history.JournalStretch;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells one receiver what it has not been told yet, in the journal's order, until it has all or fails. */
@Component
class Telling {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    /** Longer than a request may take; a node that died gives its receivers free after this. */
    static final Duration LEASE = Duration.ofSeconds(60);

    /** Entries read at once; of them many may not be wanted. */
    private static final int READ = 500;

    private final JournalStretch journal;
    private final ReceiverStore receivers;
    private final CursorStore cursors;
    private final ReceiverKeys keys;
    private final Webhooks webhooks;
    private final KafkaTopics topics;
    private final EventSchema schema = new EventSchema();
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final String source;

    /** Of this process: nobody else tells while it has the lease. */
    private final UUID run = UuidCreator.getTimeOrderedEpoch();

    Telling(
            JournalStretch journal,
            ReceiverStore receivers,
            CursorStore cursors,
            ReceiverKeys keys,
            Webhooks webhooks,
            KafkaTopics topics,
            TransactionTemplate transaction,
            InstantSource clock,
            @Value("${shouwen.events.source:urn:shouwen}") String source) {
        this.journal = journal;
        this.receivers = receivers;
        this.cursors = cursors;
        this.keys = keys;
        this.webhooks = webhooks;
        this.topics = topics;
        this.transaction = transaction;
        this.clock = clock;
        this.source = source;
    }

    /** Never throws: whatever happens is the receiver's last error. */
    void tell(UUID receiver) {
        try {
            Instant now = Instants.now(clock);
            Receiver.Cursor claimed =
                    cursors.claim(receiver, run, LEASE).filter(c -> due(c, now)).orElse(null);
            if (claimed == null) return;
            List<JournalStretch.Numbered> read = new ArrayList<>();
            Place at = new Place(claimed.at(), claimed.failures());
            Place next = step(receiver, at, read);
            while (!next.equals(at)) {
                at = next;
                next = step(receiver, at, read);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("事件未能发出 events could not be sent to {}", receiver, e);
        } finally {
            cursors.release(receiver, run);
        }
    }

    /** @param failures since it last took something */
    private record Place(long id, int failures) {}

    /**
     * Each batch that was told extends the lease with its record: one transaction a batch.
     *
     * @param read what was read of the journal and not told yet; read on when it is empty
     * @return its next place; the same when it has all, failed, was paused, or another run has it
     */
    private Place step(UUID receiver, Place at, List<JournalStretch.Numbered> read) throws InterruptedException {
        Instant now = Instants.now(clock);
        Receiver to = receivers.find(receiver).filter(r -> !r.paused()).orElse(null);
        if (to == null) return at;
        read.removeIf(e -> e.id() <= at.id());
        if (read.isEmpty())
            read.addAll(journal.between(at.id(), receivers.feed().through(), READ));
        if (read.isEmpty()) return at;
        OutgoingBatch batch = OutgoingBatch.of(to, schema.matching(to.types()), read, schema, keys, source);
        if (batch.events() == 0)
            return cursors.passed(receiver, run, batch.upTo(), LEASE) ? new Place(batch.upTo(), at.failures()) : at;
        String error =
                to.address().startsWith(KafkaTopics.SCHEME) ? topics.send(to, batch) : webhooks.send(to, batch, now);
        Instant told = Instants.now(clock);
        if (error.isEmpty()) {
            Boolean mine = transaction.execute(_ -> cursors.told(receiver, run, batch, told, LEASE));
            return Boolean.TRUE.equals(mine) ? new Place(batch.upTo(), 0) : at;
        }
        cursors.failed(receiver, error, now, Backoff.next(at.failures() + 1, error.equals("HTTP 410"), told));
        return at;
    }

    static boolean due(Receiver.Cursor c, Instant now) {
        return c.stopped() == null && (c.nextTry() == null || !c.nextTry().isAfter(now));
    }
}
