package org.shouwen.inbound;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.shouwen.problems.Busy;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

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
    private final InboundThreadStore threads;
    private final Vault vault;
    private final Hmac hmac;
    private final InstantSource clock;
    private final int most;
    private volatile boolean full;

    /** @param most so many may wait; whoever sends more is asked to send again later */
    Inbox(
            InboundStore store,
            InboundThreadStore threads,
            Vault vault,
            Keys keys,
            InstantSource clock,
            @Value("${shouwen.inbound.waiting:50000}") int most) {
        this.store = store;
        this.threads = threads;
        this.vault = vault;
        this.hmac = new Hmac(keys.key("throttle"));
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

    private boolean insert(InboundMessage m, String state, String reason) {
        Instant now = Instants.now(clock);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        byte[] digest = hmac.ofParts("inbound", m.source(), m.sourceId());
        return store.insert(id, m, digest, hidden(id, m.raw()), now, state, reason);
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
