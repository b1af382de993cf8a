package org.shouwen.reporting.facts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * What has to be done again by a day, and again: each term is one case, on the day on which it was done in time, else on the
 * last day of the term.
 */
@Pure
final class TermFold {
    /** @param day of the case; {@code inTime} whether it was done by the end of the term */
    record Term(LocalDate day, boolean inTime) {}

    /** @param open the last day of the term that nobody has met yet; null when there is none or it is over */
    record Terms(List<Term> over, @Nullable LocalDate open) {}

    /** Something that was done, and the last day of the term that began with it; null when none began. */
    record Done(LocalDate day, @Nullable LocalDate nextDue) {}

    private TermFold() {}

    /**
     * @param firstDue the last day of the first term
     * @param done in the order in which it was done
     */
    static Terms of(LocalDate firstDue, List<Done> done, LocalDate today) {
        List<Term> over = new ArrayList<>();
        LocalDate due = firstDue;
        for (Done d : done) {
            if (due == null) break;
            boolean inTime = !d.day().isAfter(due);
            over.add(new Term(inTime ? d.day() : due, inTime));
            due = d.nextDue();
        }
        if (due == null) return new Terms(over, null);
        if (!due.isBefore(today)) return new Terms(over, due);
        over.add(new Term(due, false));
        return new Terms(over, null);
    }
}
