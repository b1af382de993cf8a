package org.shouwen.workorder;

import java.time.Instant;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Limit;

/** The edition and the calendar that a decision is made by. */
record Rules(Edition edition, WorkingDays days) {
    Due receipt(Instant dispatchedAt) {
        return due(dispatchedAt, edition.receipt());
    }

    /** @param limitClass a class of the edition */
    Due handling(Instant dispatchedAt, String limitClass) {
        return due(dispatchedAt, edition.limitClass(limitClass).orElseThrow().limit());
    }

    boolean knows(String limitClass) {
        return edition.limitClass(limitClass).isPresent();
    }

    boolean mustBeDone(String limitClass) {
        return edition.limitClass(limitClass).orElseThrow().mustBeDone();
    }

    private Due due(Instant from, Limit limit) {
        Limits.DueTime due = Limits.due(from, limit, edition.closingTime(), days);
        return new Due(due.due(), due.provisional());
    }
}
