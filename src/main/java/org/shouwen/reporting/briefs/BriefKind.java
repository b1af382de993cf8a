package org.shouwen.reporting.briefs;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import org.shouwen.regulation.Pure;
import org.shouwen.reporting.Period;

/** How long the time is that a brief is about, and when it is due. */
@Pure
public enum BriefKind {
    /** Monday to Sunday; its day is a day of the week, 1 to 7. */
    WEEKLY,
    /** A calendar month; its day is one of the month, 1 to 28. */
    MONTHLY;

    private static final int WEEK = 7;
    private static final int LAST_OF_ALL_MONTHS = 28;

    boolean day(int day) {
        return day >= 1 && day <= (this == WEEKLY ? WEEK : LAST_OF_ALL_MONTHS);
    }

    /** The last whole week or month that had ended when the plan's day came, today or before. */
    Period due(LocalDate today, int day) {
        return switch (this) {
            case WEEKLY -> {
                LocalDate on = today.with(TemporalAdjusters.previousOrSame(DayOfWeek.of(day)));
                LocalDate monday = on.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY))
                        .minusWeeks(1);
                yield new Period(monday, monday.plusDays(WEEK - 1L));
            }
            case MONTHLY -> {
                LocalDate on = today.getDayOfMonth() >= day ? today : today.minusMonths(1);
                LocalDate first = on.withDayOfMonth(1).minusMonths(1);
                yield new Period(first, first.with(TemporalAdjusters.lastDayOfMonth()));
            }
        };
    }

    /** The week or month before. */
    Period before(Period period) {
        return switch (this) {
            case WEEKLY -> new Period(period.from().minusWeeks(1), period.to().minusWeeks(1));
            case MONTHLY -> {
                LocalDate first = period.from().minusMonths(1);
                yield new Period(first, first.with(TemporalAdjusters.lastDayOfMonth()));
            }
        };
    }

    /** Its number in the year: the ISO week, or the month. */
    public int issue(Period period) {
        return this == WEEKLY
                ? period.from().get(IsoFields.WEEK_OF_WEEK_BASED_YEAR)
                : period.from().getMonthValue();
    }

    /** The year its number belongs to. */
    public int year(Period period) {
        return this == WEEKLY
                ? period.from().get(IsoFields.WEEK_BASED_YEAR)
                : period.from().getYear();
    }

    String word() {
        return this == WEEKLY ? "周" : "月";
    }
}
