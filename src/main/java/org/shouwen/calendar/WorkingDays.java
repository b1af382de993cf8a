package org.shouwen.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
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
 * makes a new one. In years without a published calendar weekends and the holidays fixed by law are off, and limits are
 * provisional; so are those that touch the last days of December, which the next year's notice may still name.
 */
@Pure
public final class WorkingDays {
    /** First and last day that can be asked about; limits beyond are refused. */
    static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    static final LocalDate LAST = LocalDate.of(2099, 12, 31);

    /**
     * The first day of December that the next year's notice may name. New Year's three days off begin on 30 December at the
     * earliest, and a make-up day for them lies on the weekend before, which begins on the 24th at the earliest.
     */
    static final int LATE_DECEMBER = 24;

    /** Since this year all of them are holidays by law; earlier notices decide for their years alone. */
    private static final int AMENDED = 2025;

    private static final Map<LocalDate, String> FIXED = fixed();

    private final Map<LocalDate, SpecialDay> special = new HashMap<>();
    private final SortedSet<Integer> published = new TreeSet<>();
    private final boolean weekendsOnly;
    /** By days since FIRST: how many working days up to and with that day. */
    private final int[] count;
    /** By ordinal of the working day (from 1): days since FIRST. */
    private final int[] day;

    public WorkingDays(List<YearCalendar> years) {
        this(years, false);
    }

    /**
     * How limits were counted before ruling 2 named the fixed holidays: years without a notice had weekends only. Limits that
     * were stored that way can be recognised by it.
     */
    static WorkingDays weekendsOnly(List<YearCalendar> years) {
        return new WorkingDays(years, true);
    }

    private WorkingDays(List<YearCalendar> years, boolean weekendsOnly) {
        this.weekendsOnly = weekendsOnly;
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

    private static Map<LocalDate, String> fixed() {
        Map<LocalDate, String> days = new HashMap<>();
        for (int year = FIRST.getYear(); year <= LAST.getYear(); year++) days.putAll(FixedHolidays.of(year));
        return days;
    }

    public boolean isWorking(LocalDate date) {
        SpecialDay d = special.get(date);
        return d != null ? d.working() : !isWeekend(date) && !isFixed(date);
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

    /** Whether a period from the day after {@code from} to {@code to} touches a day that a notice still to come may name. */
    public boolean provisional(LocalDate from, LocalDate to) {
        LocalDate first = from.plusDays(1);
        for (int year = first.getYear(); year <= to.getYear(); year++) {
            if (!published.contains(year)) return true;
            LocalDate late = LocalDate.of(year, Month.DECEMBER, LATE_DECEMBER);
            LocalDate last = LocalDate.of(year, Month.DECEMBER, 31);
            if (!published.contains(year + 1) && !first.isAfter(last) && !to.isBefore(late)) return true;
        }
        return false;
    }

    /** The year whose notice decides whether a day is worked and is not loaded yet; empty when nothing can change any more. */
    public Optional<Integer> awaits(LocalDate date) {
        int year = date.getYear();
        if (!published.contains(year)) return Optional.of(year);
        boolean late = date.getMonth() == Month.DECEMBER && date.getDayOfMonth() >= LATE_DECEMBER;
        return late && !published.contains(year + 1) ? Optional.of(year + 1) : Optional.empty();
    }

    public boolean isPublished(int year) {
        return published.contains(year);
    }

    public Optional<SpecialDay> special(LocalDate date) {
        return Optional.ofNullable(special.get(date));
    }

    /** The holiday's name: from the notice, or of a holiday fixed by law; empty for other days. */
    public String name(LocalDate date) {
        SpecialDay d = special.get(date);
        return d != null ? d.name() : isFixed(date) ? FIXED.getOrDefault(date, "") : "";
    }

    /** A notice that leaves out a holiday fixed by law does not make it a working day; only naming it as one does. */
    private boolean isFixed(LocalDate date) {
        return !weekendsOnly
                && (date.getYear() >= AMENDED || !published.contains(date.getYear()))
                && FIXED.containsKey(date);
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
