package org.shouwen.desk;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * A telephone call as its events make it ({@link CallFold}). Times are ours; lengths are measured on the source's clock.
 *
 * @param ref the source's own id of the call
 * @param outgoing an agent called; else somebody called the hotline
 * @param caller the other side's number as it came; empty when it was withheld
 * @param began when it came to the hotline, or was dialled
 * @param answered when the first agent lifted; null while none has
 * @param waitedMs milliseconds from {@code began} until lifted or given up; null while it waits
 * @param rangMs milliseconds that the telephone rang that was lifted
 * @param talkedMs milliseconds; null while they talk or when nobody lifted
 * @param afterMs milliseconds of work after the call; null where the source does not say
 * @param agent who lifted first, else whose telephone rang last; login or extension as the source has it
 * @param noAnswers how often a telephone rang and was not lifted
 * @param joined who else joined, such as a unit's expert; empty when nobody did
 * @param rating 1 to 5; null when none was given
 * @param dial the id that the platform gave a call of its own
 */
@Pure
public record Call(
        String source,
        String ref,
        boolean outgoing,
        boolean urgent,
        String caller,
        String called,
        String queue,
        Instant began,
        @Nullable Instant answered,
        @Nullable Instant ended,
        Outcome outcome,
        @Nullable Long waitedMs,
        @Nullable Long rangMs,
        @Nullable Long talkedMs,
        @Nullable Long afterMs,
        String agent,
        int noAnswers,
        String side,
        String cause,
        String recording,
        String sha256,
        String joined,
        @Nullable Integer rating,
        String dial) {
    /** What has become of it; what stands later in the list wins where a source says several. */
    public enum Outcome {
        WAITING,
        /** It ended, and nobody says why. */
        MISSED,
        ABANDONED,
        /** A time-out also raises an abandonment at some exchanges: the time-out is the truth. */
        TIMED_OUT,
        TALKING,
        ANSWERED
    }

    /** Whether somebody wanted to talk and nobody lifted. */
    public boolean missed() {
        return switch (outcome) {
            case MISSED, ABANDONED, TIMED_OUT -> true;
            case WAITING, TALKING, ANSWERED -> false;
        };
    }

    /** Whether nothing more is expected of it but a recording or a rating. */
    public boolean settled() {
        return missed() || outcome == Outcome.ANSWERED;
    }

    @Override
    public String toString() {
        return "Call[" + source + " " + ref + " " + outcome + "]"; // the number is nobody's business in a log
    }
}
