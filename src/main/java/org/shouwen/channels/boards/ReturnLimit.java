package org.shouwen.channels.boards;

import java.time.Instant;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Limit;

/** Until when a source awaits the result: so many working days after it was taken, as the calendar says today. */
record ReturnLimit(int workingDays, Editions editions, WorkCalendar calendar) {
    Instant of(Instant taken) {
        return Limits.due(
                        taken,
                        new Limit.WorkingDays(workingDays),
                        editions.current(taken.atZone(Limits.ZONE).toLocalDate())
                                .closingTime(),
                        calendar.current())
                .due();
    }
}
