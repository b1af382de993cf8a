package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.PaperRef;
import org.shouwen.regulation.Pure;

/**
 * What the lead unit has asked for and what it has got (Art. 13.3, 13.6).
 *
 * @param daysExtended working days granted so far
 * @param extension waiting for the platform's decision; null when none is
 * @param returning likewise
 * @param returns how often the matter went back to the platform, by whatever units
 * @param refusals how often the unit that has it now asked to give it back and was refused (Art. 13.6)
 */
@Pure
public record PendingRequests(
        int daysExtended,
        @Nullable Extension extension,
        @Nullable Return returning,
        int returns,
        int refusals) {
    /** Who asked and was refused may ask the Bureau once; then it ends. */
    private static final int MOST = 2;

    static final PendingRequests NOTHING = new PendingRequests(0, null, null, 0, 0);

    /**
     * 延期 asked for.
     *
     * @param days working days
     * @param toldAt when the appellant was told, {@code toldHow} how (Art. 13.3)
     */
    public record Extension(int days, String reason, String basis, Instant toldAt, String toldHow, Instant askedAt) {}

    /**
     * 退件 asked for.
     *
     * @param rulingNumber of the duty ruling 确责; empty under objection review
     * @param papers duty ruling, leader's signature, unit's statement
     */
    public record Return(String statement, String rulingNumber, List<PaperRef> papers, Instant askedAt) {
        public Return {
            papers = List.copyOf(papers);
        }
    }

    PendingRequests with(@Nullable Extension asked) {
        return new PendingRequests(daysExtended, asked, returning, returns, refusals);
    }

    PendingRequests with(@Nullable Return asked) {
        return new PendingRequests(daysExtended, extension, asked, returns, refusals);
    }

    PendingRequests extended(int days) {
        return new PendingRequests(daysExtended + days, null, returning, returns, refusals);
    }

    /** The unit keeps the order: its request was refused. */
    PendingRequests returnRefused() {
        return new PendingRequests(daysExtended, extension, null, returns, refusals + 1);
    }

    /** It was asked before, by this unit or another: the Bureau decides, and it calls for supervision. */
    public boolean askedBefore() {
        return returns + refusals > 0;
    }

    /** No further request to give the matter back is heard. */
    public boolean returnsExhausted() {
        return returns >= MOST || refusals >= MOST;
    }

    /** In the hands of another unit that the platform chose: what was asked for ends, and it was no return. */
    PendingRequests elsewhere() {
        return new PendingRequests(0, null, null, returns, 0);
    }

    /** In the hands of the next unit: nothing counts against the one that returned it (ruling 5). */
    PendingRequests handedOn() {
        return new PendingRequests(0, null, null, returns + 1, 0);
    }
}
