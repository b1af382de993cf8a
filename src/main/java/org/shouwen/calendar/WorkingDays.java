package org.shouwen.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.shouwen.regulation.Pure;

/**
 * Which days are worked (ruling 2), and the n-th working day after a day in two look-ups. Immutable: a loaded calendar
 * makes a new one. In years without a published calendar only the weekends are off, and limits are provisional.
 */
@Pure
public final class WorkingDays {
    /** First and last day that can be asked about; limits beyond are refused. */
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    private final Map<LocalDate, SpecialDay> special = new HashMap<>();
    private final SortedSet<Integer> published = new TreeSet<>();
    /** By days since FIRST: how many working days up to and with that day. */
    private final int[] count;
    /** By ordinal of the working day (from 1): days since FIRST. */
    private final int[] day;

    public WorkingDays(List<YearCalendar> years) {
        for (YearCalendar year : years) {
            published.add(year.year());
            for (SpecialDay d : year.days()) special.put(d.date(), d);
        }
        int length = (int) (LAST.toEpochDay() - FIRST.toEpochDay()) + 1;
        count = new int[length];
        int[] found = new int[length + 1];
        int n = 0;
        for (int i = 0; i < length; i++) {
            if (isWorking(FIRST.plusDays(i))) found[++n] = i;
            count[i] = n;
        }
        day = Arrays.copyOf(found, n + 1);
    }

    public boolean isWorking(LocalDate date) {
        SpecialDay d = special.get(date);
        return d != null ? d.working() : !isWeekend(date);
    }

    /** The n-th working day after a day; that day itself does not count (ruling 1). */
    public LocalDate after(LocalDate from, int n) {
        if (n < 1) throw new IllegalArgumentException("working days must be at least 1: " + n);
        int ordinal = count[index(from)] + n;
        if (ordinal >= day.length) throw new IllegalArgumentException("beyond " + LAST + ": " + from + " + " + n);
        return FIRST.plusDays(day[ordinal]);
    }

    /** How many working days lie after {@code from} up to and with {@code to}; negative when {@code to} is earlier. */
    public int between(LocalDate from, LocalDate to) {
        return count[index(to)] - count[index(from)];
    }

    /** Whether a period from the day after {@code from} to {@code to} touches a year without a published calendar. */
    public boolean provisional(LocalDate from, LocalDate to) {
        for (int year = from.plusDays(1).getYear(); year <= to.getYear(); year++)
            if (!published.contains(year)) return true;
        return false;
    }

    public boolean isPublished(int year) {
        return published.contains(year);
    }

    public Optional<SpecialDay> special(LocalDate date) {
        return Optional.ofNullable(special.get(date));
    }

    static boolean isWeekend(LocalDate date) {
        return date.getDayOfWeek() == DayOfWeek.SATURDAY || date.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    private static int index(LocalDate date) {
        if (date.isBefore(FIRST) || date.isAfter(LAST)) {
            throw new IllegalArgumentException("dates from %s to %s are known, not %s".formatted(FIRST, LAST, date));
        }
        return (int) (date.toEpochDay() - FIRST.toEpochDay());
    }
}
