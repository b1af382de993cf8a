package org.shouwen.calendar;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Pure;

/**
 * The published calendar of a year.
 *
 * @param notice number of the State Council's notice, such as 国办发明电〔2025〕7号
 */
@Pure
public record YearCalendar(int year, String notice, List<SpecialDay> days) {
    /** @throws BadInput when the year can't be held or a day is of another year or named twice */
    public YearCalendar {
        days = List.copyOf(days);
        if (year < WorkingDays.FIRST.getYear() || year > WorkingDays.LAST.getYear()) {
            throw new BadInput("year", "calendar.bad.year", WorkingDays.FIRST.getYear(), WorkingDays.LAST.getYear());
        }
        if (days.isEmpty()) throw new BadInput("days", "calendar.bad.empty");
        Set<LocalDate> seen = new HashSet<>();
        for (SpecialDay d : days) {
            if (d.date().getYear() != year) throw new BadInput("days", "calendar.bad.other-year", d.date(), year);
            if (!seen.add(d.date())) throw new BadInput("days", "calendar.bad.twice", d.date());
        }
    }
}
