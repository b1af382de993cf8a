package org.shouwen.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * 纠错: what somebody found wrong or missing in the knowledge base; a task of the owner, with a limit.
 *
 * @param article the article or published answer that is wrong; null when one is missing
 * @param unit whose task it is; null: the platform's
 * @param words without numbers and names of people
 * @param due the last day: ten calendar days after the report, or after a unit was found for it
 * @param settled when it was dealt with; null while it is open
 * @param answer what was done; empty while it is open
 * @param reporter account of whoever of the staff reported it; null: a citizen or the machine
 */
public record Flaw(
        UUID id,
        Kind kind,
        @Nullable UUID article,
        @Nullable UnitId unit,
        String words,
        Instant at,
        LocalDate due,
        @Nullable Instant settled,
        String settledBy,
        String answer,
        @Nullable UUID reporter) {
    /** Stands for words that were deleted after their term. */
    static final String GONE = "（已按期限删除）";

    public enum Kind {
        WRONG,
        MISSING
    }

    /** Another unit's task, by the same day. */
    Flaw handedTo(UnitId other) {
        return handedTo(other, due);
    }

    Flaw handedTo(UnitId other, LocalDate last) {
        return new Flaw(id, kind, article, other, words, at, last, settled, settledBy, answer, reporter);
    }

    Flaw settled(Instant now, String by, String done) {
        return new Flaw(id, kind, article, unit, words, at, due, now, by, done, reporter);
    }

    /** Without its words; that it was, whose it was and when it was dealt with stays. */
    Flaw forgotten() {
        return new Flaw(id, kind, article, unit, GONE, at, due, settled, settledBy, GONE, reporter);
    }

    public boolean late(LocalDate today) {
        return settled == null && due.isBefore(today);
    }
}
