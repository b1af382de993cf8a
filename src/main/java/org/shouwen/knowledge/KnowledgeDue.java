package org.shouwen.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * A unit or the platform has something to do in the knowledge base; whoever tells them listens, within the same transaction
 * (Art. 4).
 *
 * @param unit null: the platform
 * @param due the last day for it
 */
public record KnowledgeDue(@Nullable UnitId unit, What what, LocalDate due, Instant at) {
    public enum What {
        /** Somebody reported that an article is wrong or missing. */
        FLAW_REPORTED,
        /** Articles have to be looked at again within a week. */
        REVIEW_ENDS,
        /** Articles should have been looked at again. */
        REVIEW_LATE,
        /** Articles cease to hold within a week. */
        VALIDITY_ENDS,
        /** A report should have been dealt with. */
        FLAW_LATE,
        /** The unit should have said that its part is up to date. */
        UPKEEP_LATE
    }
}
