package org.shouwen.inbound;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.shouwen.problems.Busy;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * The door for whatever comes in over a written channel. An answer means: it is on disk as it came, and will be made an
 * appeal, an addition or a rating, or lie among the rejects with its reason (Art. 2).
 */
@Service
@Basis(Clause.A2)
public class Inbox {
    /** Name under which raw messages are encrypted. */
    static final String RAW = "inbound";

    static final String CORRECTED = "inbound-corrected";
    static final String REFERENCE = "inbound-reference";

    private final InboundStore store;
    private final OtherWays others;
    private final InboundThreadStore threads;
    private final Vault vault;
    private final Hmac hmac;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final int most;
    private volatile boolean full;

    /** @param most so many may wait; whoever sends more is asked to send again later */
    Inbox(
            InboundStore store,
            OtherWays others,
            InboundThreadStore threads,
            Vault vault,
            Keys keys,
            History history,
            JsonMapper json,
            InstantSource clock,
            @Value("${shouwen.inbound.waiting:50000}") int most) {
        this.store = store;
        this.others = others;
        this.threads = threads;
        this.vault = vault;
        this.hmac = new Hmac(keys.key("throttle"));
        this.history = history;
        this.json = json;
        this.clock = clock;
        this.most = most;
    }

    /**
     * Keeps a message; committed when it returns.
     *
     * @return whether it was new; false when the same source sent the same id and event before
     * @throws Busy when too many wait: the source has to send it again
     */
    public boolean take(InboundMessage message) {
        if (full) throw new Busy("inbound");
        return insert(message, "NEW", "");
    }

    /**
     * Keeps what its connector can not even name, among the rejects.
     *
     * @param reason last word of a message key {@code inbound.reason.…}
     */
    public boolean reject(InboundMessage message, String reason) {
        return insert(message, "REJECTED", reason);
    }

    /** Whether something came under its id before. */
    public boolean came(InboundMessage m) {
        return others.under(m.source(), m.event(), digest(m.source(), m.sourceId()))
                .isPresent();
    }

    /** Whether a message of this id came from a source since. */
    public boolean tookSince(String source, String sourceId, Instant since) {
        return others.under(source, InboundMessage.MESSAGE, digest(source, sourceId))
                .filter(r -> r.at().isAfter(since))
                .isPresent();
    }

    /** Whether what came under its id is the same word for word, as far as that is still kept. */
    public boolean holds(InboundMessage m) {
        return others.under(m.source(), m.event(), digest(m.source(), m.sourceId()))
                .map(r -> r.raw().length == 0 || Arrays.equals(raw(r), m.raw()))
                .orElse(false);
    }

    /**
     * What lay among the rejects under these ids of a source has come in another way, so that nobody need put it right.
     *
     * @param why for the list
     */
    @Transactional
    public void cameOtherwise(String source, String event, Collection<String> sourceIds, String why) {
        List<byte[]> digests = sourceIds.stream().map(id -> digest(source, id)).toList();
        Instant now = Instants.now(clock);
        for (UUID id : others.settled(source, event, digests, why, now))
            history.append(
                    new Subject(Rejects.KIND, id),
                    now,
                    Actor.SYSTEM,
                    "LaidAside",
                    json.writeValueAsString(Map.of("why", why)));
    }

    private boolean insert(InboundMessage m, String state, String reason) {
        Instant now = Instants.now(clock);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return store.insert(id, m, digest(m.source(), m.sourceId()), hidden(id, m.raw()), now, state, reason);
    }

    private byte[] digest(String source, String sourceId) {
        return hmac.ofParts("inbound", source, sourceId);
    }

    /** Looks whether too many wait; the work asks for it each round. */
    void measure() {
        full = store.moreWaitThan(most);
    }

    /** What the channel needs to answer the latest message of an appeal; shown to nobody. */
    public Optional<String> reference(String number) {
        return threads.reference(number).map(r -> vault.unhide(r.id(), REFERENCE, r.hidden()));
    }

    private byte[] hidden(UUID id, byte[] raw) {
        return vault.hide(id, RAW, new String(raw, StandardCharsets.ISO_8859_1));
    }

    /** The bytes of a message as they came. */
    byte[] raw(Received r) {
        return vault.unhide(r.id(), RAW, r.raw()).getBytes(StandardCharsets.ISO_8859_1);
    }
}
