package org.shouwen.reporting.facts;

import java.time.Instant;
import java.time.LocalTime;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.regulation.Limit;
import org.shouwen.regulation.Pure;

/** Limits of figures: counted as ruling 1 counts, to the end of the last working day. */
@Pure
final class Deadline {
    private Deadline() {}

    /** The first moment that is too late. */
    static Instant ofDays(Instant from, int workingDays, WorkingDays days) {
        return Limits.due(from, new Limit.WorkingDays(workingDays), LocalTime.MIDNIGHT, days)
                .due();
    }
}
