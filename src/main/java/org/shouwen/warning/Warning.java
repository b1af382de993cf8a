package org.shouwen.warning;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * 预警: one matter that a signal called for a warning of. Holds no words of appellants and nobody who brought an appeal.
 *
 * @param number such as {@code 2026-017}
 * @param matterKey what tells the matter from others where the appeals alone do not; empty where they do
 * @param matterClass code, empty when the appeals have none in common; {@code place} likewise
 * @param unit code of the unit that a backlog is about; empty else
 * @param count of appeals that belong to it now; of a backlog, of orders when it was raised
 * @param asked how many times the machine asked a person, 2 after it grew past a dismissal or an end
 * @param joinedTo number of the warning it turned out to be one with; empty else
 */
@Pure
public record Warning(
        UUID id,
        String number,
        Signal signal,
        State state,
        String matterKey,
        String matterClass,
        String place,
        String unit,
        Evidence evidence,
        int count,
        int asked,
        @Nullable Ruling ruling,
        @Nullable Handing handing,
        @Nullable LocalDate watchedUntil,
        @Nullable Ending ending,
        String joinedTo,
        Instant changedAt,
        long version) {
    /** The names are stored. */
    public enum State {
        /** Waits for a person. */
        RAISED,
        DISMISSED,
        CONFIRMED,
        /** With a unit, a leader, or in a special report. */
        HANDED,
        WATCHED,
        ENDED,
        /** One with another warning. */
        JOINED;

        /** Nobody has to do anything with it. */
        public boolean over() {
            return this == DISMISSED || this == ENDED || this == JOINED;
        }
    }

    /**
     * Why it was raised.
     *
     * @param seen what was counted then; {@code expected} what was to be expected, 0 where the signal expects none
     * @param threshold from how many on it is raised
     * @param days in how many days it was counted
     * @param detail the sensitive word or the code of the urgent kind; empty else
     */
    public record Evidence(int seen, double expected, int threshold, int days, String detail, Instant at) {
        Evidence showing(int appeals) {
            return new Evidence(Math.min(seen, appeals), expected, threshold, days, detail, at);
        }
    }

    /** @param count of appeals when it was ruled on */
    public record Ruling(boolean confirmed, String reason, String by, Instant at, int count) {}

    /** @param count of appeals when it ended */
    public record Ending(String reason, String by, Instant at, int count) {}

    /** Code of the unit it went to; empty when to none. */
    String handedUnit() {
        return handing == null ? "" : handing.unit();
    }

    Warning ruled(Ruling how) {
        State to = how.confirmed() ? State.CONFIRMED : State.DISMISSED;
        return next(to, count, asked, how, handing, watchedUntil, ending, how.at());
    }

    Warning handed(Handing how) {
        return next(State.HANDED, count, asked, ruling, how, watchedUntil, ending, how.at());
    }

    Warning watched(LocalDate until, Instant at) {
        return next(State.WATCHED, count, asked, ruling, handing, until, ending, at);
    }

    Warning ended(Ending how) {
        return next(State.ENDED, count, asked, ruling, handing, watchedUntil, how, how.at());
    }

    /** With as many appeals as it has now. */
    Warning counted(int appeals, Instant at) {
        return next(state, appeals, asked, ruling, handing, watchedUntil, ending, at);
    }

    /** For a reader who may see so many of its appeals; the same in all else. */
    Warning showing(int appeals) {
        return new Warning(
                id,
                number,
                signal,
                state,
                matterKey,
                matterClass,
                place,
                unit,
                evidence.showing(appeals),
                appeals,
                asked,
                ruling,
                handing,
                watchedUntil,
                ending,
                joinedTo,
                changedAt,
                version);
    }

    /** It grew past what a person had dismissed or ended: a person is asked again. */
    Warning askedAgain(Instant at) {
        return next(State.RAISED, count, asked + 1, ruling, handing, null, null, at);
    }

    Warning joined(String to, Instant at) {
        Warning w = next(State.JOINED, 0, asked, ruling, handing, watchedUntil, ending, at);
        return new Warning(
                id,
                number,
                signal,
                w.state,
                matterKey,
                matterClass,
                place,
                unit,
                evidence,
                0,
                asked,
                ruling,
                handing,
                watchedUntil,
                ending,
                to,
                at,
                w.version);
    }

    private Warning next(
            State to,
            int appeals,
            int times,
            @Nullable Ruling ruled,
            @Nullable Handing handed,
            @Nullable LocalDate until,
            @Nullable Ending end,
            Instant at) {
        return new Warning(
                id,
                number,
                signal,
                to,
                matterKey,
                matterClass,
                place,
                unit,
                evidence,
                appeals,
                times,
                ruled,
                handed,
                until,
                end,
                joinedTo,
                at,
                version + 1);
    }

    /** Whether it has at least twice as many appeals as when it was dismissed or ended, and the threshold more. */
    boolean outgrown() {
        int then;
        if (state == State.DISMISSED && ruling != null) then = ruling.count();
        else if (state == State.ENDED && ending != null) then = ending.count();
        else return false;
        return count >= Math.max(2 * then, then + evidence.threshold());
    }
}
