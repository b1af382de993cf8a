package org.shouwen.calendar;

import java.time.LocalDate;
import java.time.Month;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Pure;

/**
 * The published calendar of a year: what one notice names. A notice may also name days of the December before and of the
 * January after, as the one for 2019 made 29 December 2018 a working day.
 *
 * @param notice number of the State Council's notice, such as 国办发明电〔2025〕7号
 */
@Pure
public record YearCalendar(int year, String notice, List<SpecialDay> days) {
    /** @throws BadInput when the year can't be held or a day is of another year or named twice */
    public YearCalendar {
        days = days.stream().sorted(Comparator.comparing(SpecialDay::date)).toList();
        if (year < WorkingDays.FIRST.getYear() || year > WorkingDays.LAST.getYear()) {
            throw new BadInput("year", "calendar.bad.year", WorkingDays.FIRST.getYear(), WorkingDays.LAST.getYear());
        }
        if (days.isEmpty()) throw new BadInput("days", "calendar.bad.empty");
        Set<LocalDate> seen = new HashSet<>();
        for (SpecialDay d : days) {
            if (!mayName(year, d.date())) throw new BadInput("days", "calendar.bad.other-year", d.date(), year);
            if (!seen.add(d.date())) throw new BadInput("days", "calendar.bad.twice", d.date());
        }
        if (days.stream().noneMatch(d -> d.date().getYear() == year))
            throw new BadInput(
                    "days", "calendar.bad.other-year", days.getFirst().date(), year);
    }

    /**
     * Reads the year off the days of one notice, in whatever order they stand: of the years whose 1 January is named (else of
     * all years named) the one with the most days; of two with as many, the later.
     *
     * @throws BadInput as the constructor, and when there is no day
     */
    static YearCalendar of(String notice, List<SpecialDay> days) {
        Set<Integer> begun = days.stream()
                .map(SpecialDay::date)
                .filter(d -> d.getDayOfYear() == 1)
                .map(LocalDate::getYear)
                .collect(Collectors.toSet());
        int year = days.stream()
                .map(d -> d.date().getYear())
                .filter(y -> begun.isEmpty() || begun.contains(y))
                .collect(Collectors.groupingBy(y -> y, Collectors.counting()))
                .entrySet()
                .stream()
                .max(Map.Entry.<Integer, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElseThrow(() -> new BadInput("days", "calendar.bad.empty"));
        return new YearCalendar(year, notice, days);
    }

    /** Lists the days that this calendar names and another one of the same year does not, in order. */
    List<LocalDate> missingIn(YearCalendar other) {
        Set<LocalDate> kept = other.days().stream().map(SpecialDay::date).collect(Collectors.toSet());
        return days.stream()
                .map(SpecialDay::date)
                .filter(d -> !kept.contains(d))
                .toList();
    }

    private static boolean mayName(int year, LocalDate date) {
        return date.getYear() == year
                || (date.getYear() == year - 1 && date.getMonth() == Month.DECEMBER)
                || (date.getYear() == year + 1 && date.getMonth() == Month.JANUARY);
    }
}
