package org.shouwen.inbound;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.notification.Address;
import org.shouwen.notification.AddressKeys;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotAnswering;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Makes appeals, additions and ratings of what came in, oldest first, one message of a sender at a time. Bears being done twice:
 * what it does and that it is done are committed together, or found again under the message's id.
 */
@Component
class InboundWork implements OwnThreadJob {
    static final int MOST = 200;
    private static final int TRIES = 10;

    /** Longer than a round takes, and no longer than people may wait when a node dies over it. */
    static final Duration OURS = Duration.ofSeconds(30);

    private static final Duration PAUSE = Duration.ofMinutes(2);
    private static final Logger LOG = LoggerFactory.getLogger(InboundWork.class);

    private final Inbox inbox;
    private final InboundStore store;
    private final InboundReader reader;
    private final InboundParts parts;
    private final InboundActs acts;
    private final AddressKeys keys;
    private final WaitingInDanger dangers;
    private final InstantSource clock;
    private final int hourly;

    /** @param hourly so many from one sender in an hour; what comes above lies among the rejects, except danger */
    InboundWork(
            Inbox inbox,
            InboundStore store,
            InboundReader reader,
            InboundParts parts,
            InboundActs acts,
            AddressKeys keys,
            WaitingInDanger dangers,
            InstantSource clock,
            @Value("${shouwen.inbound.hourly:30}") int hourly) {
        this.inbox = inbox;
        this.store = store;
        this.reader = reader;
        this.parts = parts;
        this.acts = acts;
        this.keys = keys;
        this.dangers = dangers;
        this.clock = clock;
        this.hourly = hourly;
    }

    @Override
    public String name() {
        return "inbound";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        inbox.measure();
        while (round() > 0) inbox.measure();
    }

    /** @return how many were settled one way or the other */
    int round() {
        Instant now = Instants.now(clock);
        List<Received> claimed = store.claim(MOST, now, OURS);
        List<InboundReader.Read> read = claimed.stream()
                .map(r -> parts.whole(reader.read(r), now))
                .flatMap(Optional::stream)
                .toList();
        Map<UUID, byte[]> senders = senders(read);
        if (!senders.isEmpty()) store.senders(senders);
        Map<String, Integer> lately =
                senders.isEmpty() ? Map.of() : store.since(senders.values(), now.minus(Duration.ofHours(1)));
        Set<String> seen = new HashSet<>();
        List<InboundReader.Read> opening = new ArrayList<>();
        int settled = 0;
        for (InboundReader.Read r : read) {
            byte[] sender = senders.get(r.received().id());
            String key = sender == null ? "" : HexFormat.of().formatHex(sender);
            if (sender != null && !seen.add(key)) store.later(r.received().id(), now);
            else if (one(r, lately.getOrDefault(key, 0), opening, now)) settled++;
        }
        return settled + open(opening, now) + (claimed.size() - read.size());
    }

    private Map<UUID, byte[]> senders(List<InboundReader.Read> read) {
        Map<UUID, byte[]> senders = new LinkedHashMap<>();
        for (InboundReader.Read r : read)
            if (r.reading() instanceof Reading.Said s)
                Address.of(s.sender()).ifPresent(a -> senders.put(r.received().id(), keys.of(a)));
        return senders;
    }

    /** @return whether it is settled; what opens an appeal is left for the group */
    private boolean one(InboundReader.Read r, int lately, List<InboundReader.Read> opening, Instant now) {
        UUID id = r.received().id();
        if (r.reading() == null) {
            store.reject(id, r.reason(), r.danger());
            return true;
        }
        if (lately > hourly && !r.danger() && !r.received().excused()) {
            store.reject(id, "flood", false);
            return true;
        }
        try {
            if (acts.act(r, now)) return true;
            opening.add(r);
            return false;
        } catch (RuntimeException e) {
            return failed(r, e);
        }
    }

    private int open(List<InboundReader.Read> opening, Instant now) {
        if (opening.isEmpty()) return 0;
        try {
            acts.open(opening, now);
            return opening.size();
        } catch (RuntimeException together) { // one of them can't be taken: find out which
            int settled = 0;
            for (InboundReader.Read r : opening) {
                try {
                    acts.open(List.of(r), now);
                    settled++;
                } catch (RuntimeException e) {
                    if (failed(r, e)) settled++;
                }
            }
            return settled;
        }
    }

    /**
     * What is wrong with the message goes to the rejects at once; what may be wrong with us is tried again for a while, and as
     * long as the place for its files does not answer.
     */
    private boolean failed(InboundReader.Read r, RuntimeException e) {
        boolean bad = e instanceof BadInput;
        if (!bad && (r.received().tries() < TRIES || NotAnswering.in(e))) {
            LOG.warn(
                    "message {} is tried again: {}",
                    r.received().id(),
                    e.getClass().getSimpleName());
            if (r.danger()) dangers.noted(r.received().id());
            if (NotAnswering.in(e))
                store.later(r.received().id(), clock.instant().plus(PAUSE)); // no try of its own
            else store.retry(r.received().id(), clock.instant().plus(PAUSE));
            return false;
        }
        String reason = bad ? "bad-" + ((BadInput) e).fields().getFirst().field() : "failed";
        store.reject(r.received().id(), reason, r.danger());
        return true;
    }
}
