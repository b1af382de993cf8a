package org.shouwen.channels.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.shouwen.channels.exchange.OutgoingStore.Outgoing;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Backoff;
import org.shouwen.jobs.OwnThreadJob;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Sends what waits for each partner in its order, on a thread of the partner's own: one that never answers holds up nobody
 * else. A partner that fails is tried again, ever more seldom; a single message that it will not have goes on a list.
 */
@Component
class ExchangeOut implements OwnThreadJob {
    private static final Logger LOG = LoggerFactory.getLogger(ExchangeOut.class);

    /** Longer than a request may take; a node that died gives its partners free after this. */
    static final Duration LEASE = Duration.ofSeconds(60);

    private static final int AT_ONCE = 50;

    private final OutgoingStore outgoing;
    private final Partners partners;
    private final PartnerStore states;
    private final PartnerPosts posts;
    private final InstantSource clock;

    /** Of this process: nobody else sends while it has the lease. */
    private final UUID run = UuidCreator.getTimeOrderedEpoch();

    /** Partners to which a thread of this process is sending. */
    private final Set<String> busy = ConcurrentHashMap.newKeySet();

    ExchangeOut(
            OutgoingStore outgoing, Partners partners, PartnerStore states, PartnerPosts posts, InstantSource clock) {
        this.outgoing = outgoing;
        this.partners = partners;
        this.states = states;
        this.posts = posts;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "exchange-out";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(1);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        for (String code : outgoing.partners()) {
            Partner p = partners.find(code).filter(x -> !x.address().isEmpty()).orElse(null);
            if (p == null || !states.find(code).orElse(PartnerStore.State.NEW).due(now) || !busy.add(code)) continue;
            Thread.ofVirtual().name("exchange " + code).start(() -> send(code, p));
        }
    }

    /** Whether nothing is being sent just now. */
    boolean quiet() {
        return busy.isEmpty();
    }

    private void send(String code, Partner to) {
        try {
            while (states.claim(code, run, LEASE) && some(code, to)) {
                // there is more
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            LOG.error("对接消息未能发出 messages could not be sent to {}", code, e);
        } finally {
            states.release(code, run);
            busy.remove(code);
        }
    }

    /** @return whether to go on */
    private boolean some(String code, Partner to) throws InterruptedException {
        List<Outgoing> waiting = outgoing.waiting(code, AT_ONCE);
        for (Outgoing each : waiting) {
            Instant now = Instants.now(clock);
            PartnerPosts.Answer answer = posts.send(code, to, each, now);
            switch (answer.kind()) {
                case TAKEN -> {
                    outgoing.sent(each.id(), Instants.now(clock), false);
                    states.reached(code, Instants.now(clock));
                }
                case REFUSED -> outgoing.refused(each.id(), answer.error());
                case FAILED -> {
                    int failures =
                            states.find(code).orElse(PartnerStore.State.NEW).failures() + 1;
                    states.failed(code, answer.error(), now, Backoff.next(failures, false, Instants.now(clock)));
                    return false;
                }
            }
            if (!states.claim(code, run, LEASE)) return false;
        }
        return waiting.size() == AT_ONCE;
    }
}
