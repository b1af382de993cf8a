package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.regulation.Limit;

/** Rulings 1 to 4: limits run from dispatch in the State Council's working days, and explain themselves. */
class LimitsTest {
    private static final List<YearCalendar> YEARS = TestCalendars.published();
    private static final WorkingDays DAYS = new WorkingDays(YEARS);

    /** Weekdays of the years without a notice that are holidays by law: 1 January, Spring Festival … */
    private static final Set<String> FIXED = Set.of(
            "2027-01-01",
            "2027-02-05",
            "2027-02-08",
            "2027-04-05",
            "2027-06-09",
            "2027-09-15",
            "2027-10-01",
            "2028-01-25",
            "2028-01-26",
            "2028-01-27",
            "2028-01-28",
            "2028-04-04");

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

    /** The next notice may name days from 24 December on, as the one for 2019 made 29 December 2018 a working day. */
    @ParameterizedTest
    @CsvSource({
        "2026-12-16, 5, 2026-12-23, false",
        "2026-12-16, 6, 2026-12-24, true",
        "2026-12-24, 1, 2026-12-25, true",
        "2026-12-30, 1, 2026-12-31, true",
        "2026-12-31, 1, 2027-01-04, true",
        "2025-12-23, 6, 2025-12-31, false",
        "2025-12-30, 2, 2026-01-04, false",
        "2026-12-29, 7, 2027-01-08, true"
    })
    void late_december_waits_for_the_next_notice(LocalDate from, int n, LocalDate last, boolean provisional) {
        Limits.DueTime due = Limits.due(
                from.atTime(9, 0).atZone(Limits.ZONE).toInstant(), new Limit.WorkingDays(n), LocalTime.MIDNIGHT, DAYS);
        assertThat(due.dueDate()).isEqualTo(last);
        assertThat(due.provisional()).isEqualTo(provisional);
    }

    @Test
    void an_explanation_into_a_year_without_a_notice_skips_the_first_of_january_and_marks_what_is_not_sure() {
        List<Limits.Step> steps = Limits.explain(shanghai("2026-12-22T10:00"), new Limit.WorkingDays(8), DAYS);
        assertThat(steps)
                .filteredOn(s -> s.reason() == Limits.Reason.HOLIDAY)
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.from()).isEqualTo(LocalDate.of(2027, 1, 1));
                    assertThat(s.name()).isEqualTo("元旦");
                    assertThat(s.provisional()).isTrue();
                });
        assertThat(steps.get(1).provisional()).as("23 December").isFalse();
        assertThat(steps.get(2).provisional()).as("24 December").isTrue();
    }

    @Test
    void a_notice_that_leaves_out_a_holiday_fixed_by_law_does_not_make_it_a_working_day() {
        List<YearCalendar> years = new ArrayList<>(YEARS);
        LocalDate eve = LocalDate.of(2027, 2, 5);
        years.add(new YearCalendar(2027, "部分", List.of(new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦"))));
        assertThat(new WorkingDays(years).isWorking(eve)).isFalse();
        assertThat(new WorkingDays(years).name(eve)).isEqualTo("春节");
        years.set(years.size() - 1, new YearCalendar(2027, "上班", List.of(new SpecialDay(eve, true, "调休"))));
        assertThat(new WorkingDays(years).isWorking(eve))
                .as("unless it is named so")
                .isTrue();
        assertThat(DAYS.isWorking(LocalDate.of(2018, 5, 2)))
                .as("2 May was no holiday before 2025")
                .isTrue();
    }

    @Test
    void before_the_ruling_weekends_only_were_counted_and_such_limits_can_be_moved() {
        LocalDate from = LocalDate.of(2026, 12, 29);
        WorkingDays old = WorkingDays.weekendsOnly(YEARS);
        assertThat(old.after(from, 3)).isEqualTo(LocalDate.of(2027, 1, 1));
        CalendarChange change = new CalendarChange((_, _) -> old, DAYS);
        assertThat(change.moved(shanghai("2026-12-29T10:00"), shanghai("2027-01-02T00:00"), true))
                .isEqualTo(new Limits.DueTime(shanghai("2027-01-05T00:00"), LocalDate.of(2027, 1, 4), true));
        assertThat(change.moved(shanghai("2026-12-29T10:00"), shanghai("2027-01-01T17:00"), true)
                        .due())
                .as("the hour of closing stays")
                .isEqualTo(shanghai("2027-01-04T17:00"));
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
    @Test
    void the_nth_working_day_is_the_one_that_walking_finds() {
        LocalDate end = LocalDate.of(2028, 1, 1);
        int n = 0;
        for (LocalDate from = LocalDate.of(2018, 1, 1); from.isBefore(end); from = from.plusDays(1)) {
            n = (n + 17) % 60; // every number of days meets every day of the week and many days of the year
            isWhereWalkingEnds(from, n + 1);
        }
    }

    private static void isWhereWalkingEnds(LocalDate from, int n) {
        Map<LocalDate, Boolean> notice = new HashMap<>();
        for (YearCalendar y : YEARS) for (SpecialDay d : y.days()) notice.put(d.date(), d.working());
        LocalDate day = from;
        for (int counted = 0; counted < n; ) {
            day = day.plusDays(1);
            boolean weekday = day.getDayOfWeek().getValue() <= 5;
            if (notice.getOrDefault(day, weekday && !FIXED.contains(day.toString()))) counted++;
        }
        assertThat(DAYS.after(from, n)).isEqualTo(day);
        assertThat(DAYS.between(from, day)).isEqualTo(n);
        List<Limits.Step> steps =
                Limits.explain(from.atTime(9, 0).atZone(Limits.ZONE).toInstant(), new Limit.WorkingDays(n), DAYS);
        assertThat(steps.getLast().to()).isEqualTo(day);
        assertThat(steps.stream().filter(s -> s.day() > 0).count()).isEqualTo(n);
    }

    private static Instant shanghai(String local) {
        return java.time.LocalDateTime.parse(local).atZone(Limits.ZONE).toInstant();
    }
}
