package org.shouwen.reporting.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * What is counted of a call to the hotline and of a person to be called back (GB/T 33358). Waiting runs from the queue to the
 * agent's lift; what was given up before {@link #SHORT_MS} is told apart and stays among the calls that were offered.
 */
@Pure
final class PhoneFold {
    /** 15 秒接听. */
    static final long FIFTEEN_MS = 15_000;

    /** 短放弃: below this nobody could have lifted. */
    static final long SHORT_MS = 5_000;

    private static final Heading PHONE = new Heading("", "", "", "", "phone");

    private PhoneFold() {}

    /**
     * A call as it was journalled last.
     *
     * @param outcome as the desk names it: ANSWERED, ABANDONED, TIMED_OUT or MISSED
     * @param account of whoever lifted; empty when nobody did or the line is nobody's
     */
    record Settled(
            Instant began,
            boolean outgoing,
            String outcome,
            @Nullable Long waitedMs,
            @Nullable Long talkedMs,
            @Nullable Long afterMs,
            String account) {}

    /** @param how null while the person waits to be called back */
    record Missed(
            Instant first,
            @Nullable Instant ended,
            @Nullable String how) {}

    /**
     * An agent's day as it was journalled last.
     *
     * @param account empty when the line is nobody's
     * @param ready in seconds, as are {@code busy} and {@code away}
     */
    record AgentDay(LocalDate day, String account, long ready, long busy, long away) {}

    /** Each day has all three, so that a mean is one of the same days. */
    static Folded agentDay(AgentDay d) {
        Fact day = Fact.on(d.day(), "", PHONE).by(d.account());
        return new Folded(
                List.of(
                        day.with(Counted.AGENT_DAY).valued(Counted.AGENT_READY, minutes(d.ready())),
                        day.valued(Counted.AGENT_BUSY, minutes(d.busy())),
                        day.valued(Counted.AGENT_AWAY, minutes(d.away()))),
                null);
    }

    static Folded call(Settled c) {
        if (c.outgoing()) return Folded.NOTHING;
        boolean answered = c.outcome().equals("ANSWERED");
        long waited = c.waitedMs() == null ? 0 : c.waitedMs();
        Fact counted = at(c.began())
                .by(c.account())
                .with(Counted.PHONE_OFFERED, answered)
                .with(Counted.PHONE_SOON, answered && waited <= FIFTEEN_MS);
        if (c.outcome().equals("ABANDONED")) counted = counted.with(Counted.PHONE_ABANDONED, waited < SHORT_MS);
        List<Fact> facts = new ArrayList<>(List.of(counted));
        if (answered) {
            facts.add(at(c.began()).by(c.account()).valued(Counted.PHONE_WAITED, seconds(waited)));
            if (c.talkedMs() != null)
                facts.add(at(c.began()).by(c.account()).valued(Counted.PHONE_TALKED, seconds(c.talkedMs())));
            if (c.afterMs() != null)
                facts.add(at(c.began()).by(c.account()).valued(Counted.PHONE_AFTER, seconds(c.afterMs())));
        }
        return new Folded(facts, null);
    }

    /** Who got through by themselves is not called back and counts for nobody. */
    static Folded missed(Missed m) {
        if ("GOT_THROUGH".equals(m.how())) return Folded.NOTHING;
        boolean called = "CALLED_BACK".equals(m.how());
        List<Fact> facts = new ArrayList<>(List.of(at(m.first()).with(Counted.PHONE_MISSED, called)));
        if (called && m.ended() != null)
            facts.add(at(m.first()).valued(Counted.PHONE_RETURNED, (int)
                    Math.max(0, Duration.between(m.first(), m.ended()).toMinutes())));
        return new Folded(facts, null);
    }

    private static Fact at(Instant at) {
        return Fact.at(at, "", "", PHONE);
    }

    private static int minutes(long seconds) {
        return (int) (seconds / 60);
    }

    private static int seconds(long millis) {
        return (int) (millis / 1000);
    }
}
