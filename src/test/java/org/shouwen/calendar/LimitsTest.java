package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.regulation.Limit;

/** Rulings 1 to 4: limits run from dispatch in the State Council's working days, and explain themselves. */
class LimitsTest {
    private static final List<YearCalendar> YEARS = TestCalendars.published();
    private static final WorkingDays DAYS = new WorkingDays(YEARS);

    @ParameterizedTest
    @CsvSource({
        "2026-02-13, 2026-02-14, 2026-02-25, 2026-03-02, 2026-03-12",
        "2026-09-30, 2026-10-08, 2026-10-10, 2026-10-15, 2026-10-27",
        "2026-09-18, 2026-09-20, 2026-09-22, 2026-09-29, 2026-10-15",
        "2026-04-30, 2026-05-06, 2026-05-08, 2026-05-13, 2026-05-25"
    })
    void examples_that_must_hold(LocalDate from, LocalDate one, LocalDate three, LocalDate seven, LocalDate fifteen) {
        assertThat(List.of(DAYS.after(from, 1), DAYS.after(from, 3), DAYS.after(from, 7), DAYS.after(from, 15)))
                .containsExactly(one, three, seven, fifteen);
    }

    @Test
    void the_years_2025_and_2026_have_248_working_days() {
        for (int year : new int[] {2025, 2026}) {
            assertThat(DAYS.between(LocalDate.of(year - 1, 12, 31), LocalDate.of(year, 12, 31)))
                    .isEqualTo(248);
        }
    }

    @Test
    void a_limit_ends_at_midnight_or_at_the_editions_closing_time() {
        Instant from = shanghai("2026-09-30T10:00");
        Limit seven = new Limit.WorkingDays(7);
        assertThat(Limits.due(from, seven, LocalTime.MIDNIGHT, DAYS).due()).isEqualTo(shanghai("2026-10-16T00:00"));
        assertThat(Limits.due(from, seven, LocalTime.of(17, 0), DAYS).due()).isEqualTo(shanghai("2026-10-15T17:00"));
        assertThat(Limits.due(from, new Limit.Hours(24), LocalTime.MIDNIGHT, DAYS)
                        .due())
                .isEqualTo(shanghai("2026-10-01T10:00"));
    }

    @Test
    void a_limit_into_an_unpublished_year_is_provisional() {
        Limits.DueTime due =
                Limits.due(shanghai("2026-12-30T09:00"), new Limit.WorkingDays(7), LocalTime.MIDNIGHT, DAYS);
        assertThat(due.provisional()).isTrue();
        assertThat(Limits.due(shanghai("2026-12-01T09:00"), new Limit.WorkingDays(7), LocalTime.MIDNIGHT, DAYS)
                        .provisional())
                .isFalse();
    }

    @Test
    void the_explanation_names_holidays_and_make_up_days() {
        List<Limits.Step> steps = Limits.explain(shanghai("2026-09-30T10:00"), new Limit.WorkingDays(3), DAYS);
        assertThat(steps)
                .extracting(Limits.Step::reason)
                .containsExactly(
                        Limits.Reason.DISPATCH,
                        Limits.Reason.HOLIDAY,
                        Limits.Reason.WORKING,
                        Limits.Reason.WORKING,
                        Limits.Reason.MAKE_UP);
        assertThat(steps.get(1))
                .isEqualTo(new Limits.Step(
                        LocalDate.of(2026, 10, 1),
                        LocalDate.of(2026, 10, 7),
                        0,
                        Limits.Reason.HOLIDAY,
                        steps.get(1).name(),
                        false));
        assertThat(steps.get(1).name()).contains("国庆");
    }

    /** The slow, obvious way: walk day by day with the notice in hand. */
    @Property(tries = 3000)
    void the_nth_working_day_is_the_one_that_walking_finds(
            @ForAll("days") LocalDate from, @ForAll @IntRange(min = 1, max = 60) int n) {
        Map<LocalDate, Boolean> notice = new HashMap<>();
        for (YearCalendar y : YEARS) for (SpecialDay d : y.days()) notice.put(d.date(), d.working());
        LocalDate day = from;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            boolean weekday = day.getDayOfWeek().getValue() <= 5;
            if (notice.getOrDefault(day, weekday)) counted++;
        }
        assertThat(DAYS.after(from, n)).isEqualTo(day);
        assertThat(DAYS.between(from, day)).isEqualTo(n);
        List<Limits.Step> steps =
                Limits.explain(from.atTime(9, 0).atZone(Limits.ZONE).toInstant(), new Limit.WorkingDays(n), DAYS);
        assertThat(steps.getLast().to()).isEqualTo(day);
        assertThat(steps.stream().filter(s -> s.day() > 0).count()).isEqualTo(n);
    }

    @Provide
    Arbitrary<LocalDate> days() {
        return Arbitraries.longs()
                .between(
                        LocalDate.of(2018, 1, 1).toEpochDay(),
                        LocalDate.of(2027, 12, 31).toEpochDay())
                .map(LocalDate::ofEpochDay);
    }

    private static Instant shanghai(String local) {
        return java.time.LocalDateTime.parse(local).atZone(Limits.ZONE).toInstant();
    }
}
