package org.shouwen.reporting.briefs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.shouwen.reporting.Period;

/** Which time a brief is about, on whichever day of the plan it is made or made up for. */
class BriefKindTest {
    private static Period period(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    private static Period due(BriefKind kind, String today, int day) {
        return kind.due(LocalDate.parse(today), day);
    }

    @Test
    void a_weekly_brief_is_about_the_last_whole_week_before_its_day() {
        Period last = period("2026-11-16", "2026-11-22");
        assertThat(due(BriefKind.WEEKLY, "2026-11-23", 1)).isEqualTo(last);
        assertThat(due(BriefKind.WEEKLY, "2026-11-29", 1))
                .as("made up for on Sunday")
                .isEqualTo(last);
        assertThat(due(BriefKind.WEEKLY, "2026-11-30", 1)).isEqualTo(period("2026-11-23", "2026-11-29"));
        assertThat(due(BriefKind.WEEKLY, "2026-11-25", 5))
                .as("Friday has not come: last Friday's")
                .isEqualTo(period("2026-11-09", "2026-11-15"));
        assertThat(due(BriefKind.WEEKLY, "2026-11-27", 5)).isEqualTo(last);
    }

    @Test
    void a_monthly_report_is_about_the_month_before_its_day() {
        assertThat(due(BriefKind.MONTHLY, "2026-11-01", 1)).isEqualTo(period("2026-10-01", "2026-10-31"));
        assertThat(due(BriefKind.MONTHLY, "2027-01-04", 5)).isEqualTo(period("2026-11-01", "2026-11-30"));
        assertThat(due(BriefKind.MONTHLY, "2027-03-31", 28)).isEqualTo(period("2027-02-01", "2027-02-28"));
    }

    @Test
    void a_day_that_not_all_weeks_or_months_have_is_none() {
        assertThat(BriefKind.WEEKLY.day(8)).isFalse();
        assertThat(BriefKind.MONTHLY.day(29)).isFalse();
        assertThat(BriefKind.MONTHLY.day(28)).isTrue();
        assertThat(BriefKind.MONTHLY.day(0)).isFalse();
    }

    @Test
    void the_time_before_a_month_is_the_whole_month_before() {
        assertThat(BriefKind.MONTHLY.before(period("2026-03-01", "2026-03-31")))
                .isEqualTo(period("2026-02-01", "2026-02-28"));
    }

    @Test
    void the_first_week_of_a_year_may_begin_in_the_year_before() {
        Period week = period("2024-12-30", "2025-01-05");
        assertThat(BriefKind.WEEKLY.issue(week)).isEqualTo(1);
        assertThat(BriefKind.WEEKLY.year(week)).isEqualTo(2025);
    }
}
