package org.shouwen.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.shouwen.regulation.Pure;

/**
 * A change of the calendar: what stored limits were counted by, and what holds from now on. With both a limit of which only
 * its beginning and its end are stored can be worked out anew.
 */
@Pure
public final class CalendarChange {
    /** The calendar that a stored limit was counted by. */
    @FunctionalInterface
    interface Before {
        /** @param provisional how the stored limit is marked */
        WorkingDays of(LocalDate from, boolean provisional);
    }

    private final Before before;
    private final WorkingDays days;

    CalendarChange(Before before, WorkingDays days) {
        this.before = before;
        this.days = days;
    }

    /** The calendar that holds from now on. */
    public WorkingDays days() {
        return days;
    }

    /**
     * Works a limit in working days out anew: as many working days after its beginning as it had, at the same time of day.
     * Not for limits in hours, which no calendar moves.
     *
     * @param from when the limit began to run; that day does not count (ruling 1)
     * @param due the first moment that is too late, as it is stored
     */
    public Limits.DueTime moved(Instant from, Instant due, boolean provisional) {
        LocalDate start = from.atZone(Limits.ZONE).toLocalDate();
        LocalDate last = due.minusNanos(1).atZone(Limits.ZONE).toLocalDate();
        int n = before.of(start, provisional).between(start, last);
        LocalDate moved = n < 1 ? last : days.after(start, n);
        long by = ChronoUnit.DAYS.between(last, moved);
        return new Limits.DueTime(
                due.atZone(Limits.ZONE).plusDays(by).toInstant(), moved, days.provisional(start, moved));
    }
}
