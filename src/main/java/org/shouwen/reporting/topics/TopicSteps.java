package org.shouwen.reporting.topics;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.shouwen.regulation.Pure;

/** The trend of some days: by day up to five weeks, by week up to half a year, by month beyond. */
@Pure
final class TopicSteps {
    private static final int DAYS = 35;
    private static final int WEEKS = 190;

    private TopicSteps() {}

    static List<Topic.Step> of(List<LocalDate> days) {
        if (days.isEmpty()) return List.of();
        LocalDate first = days.stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate last = days.stream().max(LocalDate::compareTo).orElseThrow();
        long span = ChronoUnit.DAYS.between(first, last) + 1;
        TreeMap<LocalDate, Long> counts = new TreeMap<>();
        for (LocalDate d = begin(first, span); !d.isAfter(last); d = next(d, span)) counts.put(d, 0L);
        for (LocalDate d : days) counts.merge(begin(d, span), 1L, Long::sum);
        List<Topic.Step> steps = new ArrayList<>();
        counts.forEach((d, n) -> steps.add(new Topic.Step(
                d, span > WEEKS ? d.toString().substring(0, 7) : d.toString().substring(5), n)));
        return steps;
    }

    private static LocalDate begin(LocalDate day, long span) {
        if (span <= DAYS) return day;
        return span <= WEEKS ? day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY)) : day.withDayOfMonth(1);
    }

    private static LocalDate next(LocalDate step, long span) {
        if (span <= DAYS) return step.plusDays(1);
        return span <= WEEKS ? step.plusWeeks(1) : step.plusMonths(1);
    }
}
