package org.shouwen.calendar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.regulation.Limit;
import org.shouwen.regulation.Pure;

/** Limits from dispatch (ruling 1), and their day-by-day explanation (ruling 4). */
@Pure
public final class Limits {
    public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private Limits() {}

    /**
     * A limit worked out.
     *
     * @param due the first moment that is too late
     * @param dueDate the last day on which it can still be met
     * @param provisional a notice still to come may move it (ruling 2)
     */
    public record DueTime(Instant due, LocalDate dueDate, boolean provisional) {}

    /** Why a run of days counts or not. */
    public enum Reason {
        /** The day of dispatch itself: does not count. */
        DISPATCH,
        WORKING,
        /** 调休上班: a weekend day that is worked. */
        MAKE_UP,
        WEEKEND,
        HOLIDAY
    }

    /**
     * A run of days treated alike.
     *
     * @param day the number of the working day; 0 where the days do not count
     * @param name the holiday's, empty otherwise
     */
    public record Step(LocalDate from, LocalDate to, int day, Reason reason, String name, boolean provisional) {}

    /** @param closing when the last day ends; midnight means 24:00 */
    public static DueTime due(Instant from, Limit limit, LocalTime closing, WorkingDays days) {
        ZonedDateTime start = from.atZone(ZONE);
        return switch (limit) {
            case Limit.Hours(int hours) -> {
                ZonedDateTime end = start.plusHours(hours);
                yield new DueTime(end.toInstant(), end.minusNanos(1).toLocalDate(), false);
            }
            case Limit.WorkingDays(int n) -> {
                LocalDate last = days.after(start.toLocalDate(), n);
                yield new DueTime(endOf(last, closing), last, days.provisional(start.toLocalDate(), last));
            }
        };
    }

    /** Day by day from dispatch to the limit; runs of days off are one step. Empty for limits in hours. */
    public static List<Step> explain(Instant from, Limit limit, WorkingDays days) {
        List<Step> steps = new ArrayList<>();
        if (!(limit instanceof Limit.WorkingDays(int n))) return steps;
        LocalDate date = from.atZone(ZONE).toLocalDate();
        steps.add(new Step(date, date, 0, Reason.DISPATCH, "", false));
        for (int counted = 0; counted < n; ) {
            date = date.plusDays(1);
            Step step = step(date, days, counted + 1);
            if (step.day() > 0) counted++;
            Step last = steps.getLast();
            if (step.day() == 0
                    && last.day() == 0
                    && last.reason() == step.reason()
                    && last.name().equals(step.name())) {
                steps.set(
                        steps.size() - 1,
                        new Step(last.from(), date, 0, step.reason(), step.name(), step.provisional()));
            } else {
                steps.add(step);
            }
        }
        return steps;
    }

    private static Step step(LocalDate date, WorkingDays days, int number) {
        boolean provisional = days.awaits(date).isPresent();
        String name = days.name(date);
        if (days.isWorking(date)) {
            Reason reason = WorkingDays.isWeekend(date) ? Reason.MAKE_UP : Reason.WORKING;
            return new Step(date, date, number, reason, name, provisional);
        }
        return new Step(date, date, 0, name.isEmpty() ? Reason.WEEKEND : Reason.HOLIDAY, name, provisional);
    }

    private static Instant endOf(LocalDate day, LocalTime closing) {
        return (closing.equals(LocalTime.MIDNIGHT)
                        ? day.plusDays(1).atStartOfDay(ZONE)
                        : day.atTime(closing).atZone(ZONE))
                .toInstant();
    }
}
