package org.shouwen.workorder;

import java.time.Instant;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Limit;
import org.shouwen.regulation.Pure;

/**
 * The edition and the calendar that a decision is made by, and what is to be kept secret.
 *
 * @param closed the lead unit must not know who the appellant is
 * @param heading of the matter as it stands, for a command that corrects it
 * @param holder who of the lead unit has the order and how to reach its desk, in words for whoever is refused
 */
@Pure
record DecisionContext(
        Edition edition,
        WorkingDays days,
        Confidentiality shield,
        boolean closed,
        MatterHeading heading,
        String holder) {
    DecisionContext(Edition edition, WorkingDays days, Confidentiality shield, boolean closed) {
        this(edition, days, shield, closed, MatterHeading.NONE, "");
    }

    /** Whether the unit need not answer the appellant: it must not, or the platform has done so already. */
    boolean platformAnswers() {
        return closed || shield.answeredAt() != null;
    }

    /** Whether the platform has still to answer the appellant, also when the unit might do so by now: it has reported without. */
    boolean owed(Report report) {
        return shield.answeredAt() == null && (closed || report.answeredAt() == null);
    }

    DecisionContext(Edition edition, WorkingDays days) {
        this(edition, days, Confidentiality.NONE, false);
    }

    Due receipt(Instant dispatchedAt) {
        return due(dispatchedAt, edition.receipt());
    }

    /** @param limitClass a class of the edition */
    Due handling(Instant dispatchedAt, String limitClass) {
        return due(dispatchedAt, edition.limitClass(limitClass).orElseThrow().limit());
    }

    /** With the working days that extensions have added (ruling 6). */
    Due handling(Instant dispatchedAt, String limitClass, int daysExtended) {
        Due due = handling(dispatchedAt, limitClass);
        return daysExtended == 0 ? due : extended(due, daysExtended);
    }

    /** So many working days after a limit, at the same hour of closing. */
    Due extended(Due due, int workingDays) {
        Due end = due(due.at().minusNanos(1000), new Limit.WorkingDays(workingDays));
        return new Due(end.at(), end.provisional() || due.provisional());
    }

    /** Until when the unit may send the order back (Art. 13.6). */
    Due returnBy(Instant dispatchedAt) {
        return due(dispatchedAt, edition.returns().within());
    }

    /** When an assisting unit owes its part. */
    Due part(Instant dispatchedAt, String limitClass) {
        return due(dispatchedAt, edition.limitClass(limitClass).orElseThrow().assist());
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
