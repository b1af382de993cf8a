package org.shouwen.channels.events;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
            List<JournalStretch.Numbered> read = new ArrayList<>();
            while (step(receiver, read)) {
                // there is more
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("事件未能发出 events could not be sent to {}", receiver, e);
        } finally {
            cursors.release(receiver, run);
        }
    }

    /** @param read what was read of the journal and not told yet; read on when it is empty */
    private boolean step(UUID receiver, List<JournalStretch.Numbered> read) throws InterruptedException {
        Instant now = Instants.now(clock);
        Receiver to = receivers.find(receiver).filter(r -> !r.paused()).orElse(null);
        if (to == null) return false;
        Optional<Receiver.Cursor> claimed = cursors.claim(receiver, run, now, LEASE);
        if (claimed.isEmpty() || !due(claimed.get(), now)) return false;
        Set<String> wanted = schema.matching(to.types());
        long at = claimed.get().at();
        read.removeIf(e -> e.id() <= at);
        if (read.isEmpty()) read.addAll(journal.between(at, receivers.feed().through(), READ));
        if (read.isEmpty()) return false;
        OutgoingBatch batch = OutgoingBatch.of(to, wanted, read, schema, keys, source);
        if (batch.events() == 0) return cursors.passed(receiver, run, batch.upTo());
        String error =
                to.address().startsWith(KafkaTopics.SCHEME) ? topics.send(to, batch) : webhooks.send(to, batch, now);
        if (error.isEmpty())
            return Boolean.TRUE.equals(
                    transaction.execute(_ -> cursors.told(receiver, run, batch, Instants.now(clock))));
        Instant next = Backoff.next(claimed.get().failures() + 1, error.equals("HTTP 410"), Instants.now(clock));
        cursors.failed(receiver, error, now, next);
        return false;
    }

    static boolean due(Receiver.Cursor c, Instant now) {
        return c.stopped() == null && (c.nextTry() == null || !c.nextTry().isAfter(now));
    }
}
