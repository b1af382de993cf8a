package org.shouwen.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.Party;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Chain;
import org.shouwen.history.Subject;
import org.shouwen.identity.Redactor;
import org.shouwen.problems.BadInput;

/**
 * 诉求: what one person brings, once, over one channel. Who brought it is in the vault, under {@code appellant}.
 *
 * @param unit that was asked directly (Art. 10); null when the platform was
 * @param channelRef keyed digest of the channel's own reference
 * @param salt goes into every digest of what was said, and is forgotten with the person: from then on the history's
 *     digests tell nobody anything, whatever key they have
 * @param decision null while it waits at the desk
 */
public record Appeal(
        UUID id,
        String number,
        Instant receivedAt,
        @Nullable Instant writtenAt,
        String channel,
        @Nullable String channelRef,
        @Nullable UnitId unit,
        UUID appellant,
        String salt,
        AppealContent words,
        @Nullable Decision decision,
        @Nullable Rating rating,
        @Nullable Review review,
        Chain chain) {
    /** Kind of its subject in the history. */
    public static final String KIND = "appeal";

    /** Whether there is something that may be solved: of what was declined or guided elsewhere nobody asks that. */
    public boolean asksResolved() {
        return decision == null
                || !(decision.outcome() instanceof Disposition.Declined
                        || decision.outcome() instanceof Disposition.Guided);
    }

    /**
     * What is kept of the judgement: where nothing could be solved, whether the person is content, whatever a program
     * sends beside it.
     *
     * @throws BadInput when it is asked and was not answered
     */
    boolean judged(@Nullable Boolean resolved, boolean satisfied) {
        if (!asksResolved()) return satisfied;
        if (resolved == null) throw new BadInput("resolved", "problems.field.missing");
        return resolved;
    }

    public enum State {
        /** 待处理: on the desk's queue. */
        WAITING,
        /** 已处理: has its one outcome. */
        DECIDED
    }

    /** The outcome, and the officer who answers for it (Art. 12). */
    public record Decision(Disposition outcome, @Nullable UUID account, String officer, Instant at) {}

    /** The appellant's own judgement after closing; first and final. */
    public record Rating(boolean satisfied, boolean resolved, String words, Instant at) {}

    /** Its term has run out: everything that was written, without what would lead to the person. */
    Appeal scrubbed(Redactor scrub) {
        return new Appeal(
                id,
                number,
                receivedAt,
                writtenAt,
                channel,
                null,
                unit,
                appellant,
                "",
                words.scrubbed(scrub),
                decision == null
                        ? null
                        : new Decision(
                                decision.outcome().scrubbed(scrub),
                                decision.account(),
                                decision.officer(),
                                decision.at()),
                rating == null
                        ? null
                        : new Rating(rating.satisfied(), rating.resolved(), scrub.of(rating.words()), rating.at()),
                review == null ? null : review.scrubbed(scrub),
                chain);
    }

    /** Whether its term has run out: nothing is added any more, for nothing would take it away again. */
    public boolean forgotten() {
        return salt.isEmpty();
    }

    /**
     * Whether its look-up code, which opens everything, is kept from the unit that took it in and must not know whom: the
     * desk tells it the appellant.
     */
    public boolean codeWithheld() {
        return unit != null && words.kept();
    }

    /** Its part in the case, as it came in and was decided on. */
    Party party() {
        String order = decision != null && decision.outcome() instanceof Disposition.Reminded r ? r.number() : null;
        return Party.brought(id, number, appellant, words.secret(), words.accused())
                .reminding(order);
    }

    /** Whether this is its part in the case; what an order keeps by now, the order's history says. */
    boolean isParty(@Nullable Party there) {
        if (there == null) return false;
        boolean order = decision != null && decision.outcome().opensOrder();
        Party own = party();
        Party as = forgotten() ? own.forgotten() : own;
        return there.equals(order ? as.in(there) : as);
    }

    public State state() {
        return decision == null ? State.WAITING : State.DECIDED;
    }

    /** To be sent back with the next change (ETag). */
    public long version() {
        return chain.seq();
    }

    public Subject subject() {
        return new Subject(KIND, id);
    }
}
