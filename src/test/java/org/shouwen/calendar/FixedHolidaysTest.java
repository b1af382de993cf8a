package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.tyme.solar.SolarTerm;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ruling 2: what is a holiday in every year, whether a notice has come or not. */
class FixedHolidaysTest {
    @Test
    void the_days_of_2027_are_known_before_its_notice() {
        assertThat(FixedHolidays.of(2027).keySet())
                .containsExactlyElementsOf(dates(
                        "2027-01-01",
                        "2027-02-05",
                        "2027-02-06",
                        "2027-02-07",
                        "2027-02-08",
                        "2027-04-05",
                        "2027-05-01",
                        "2027-05-02",
                        "2027-06-09",
                        "2027-09-15",
                        "2027-10-01",
                        "2027-10-02",
                        "2027-10-03"));
        assertThat(FixedHolidays.of(2027)).containsEntry(LocalDate.of(2027, 6, 9), "端午节");
    }

    /** The eve and 2 May are holidays since 2025 only, and some notices gave them off before. */
    @Test
    void each_published_notice_has_them_off() {
        for (YearCalendar year : TestCalendars.published()) {
            Set<LocalDate> off = year.days().stream()
                    .filter(d -> !d.working())
                    .map(SpecialDay::date)
                    .collect(Collectors.toSet());
            List<LocalDate> not = FixedHolidays.of(year.year()).keySet().stream()
                    .filter(d -> !off.contains(d))
                    .toList();
            assertThat(not)
                    .as("%d", year.year())
                    .isEqualTo(
                            switch (year.year()) {
                                case 2018 -> dates("2018-05-02");
                                case 2024 -> dates("2024-02-09");
                                default -> List.of();
                            });
        }
    }

    @Test
    void mid_autumn_on_a_national_day_is_one_day() {
        assertThat(FixedHolidays.of(2020)).hasSize(12).containsEntry(LocalDate.of(2020, 10, 1), "国庆节");
    }

    /** The formula for Qingming against the library's solar terms, for all years that can be asked about. */
    @Test
    void qingming_is_the_solar_term_in_every_year() {
        for (int year = 2000; year <= 2099; year++) {
            LocalDate term = LocalDate.of(
                    year, 4, SolarTerm.fromIndex(year, 7).getSolarDay().getDay());
            assertThat(FixedHolidays.of(year)).as("%d", year).containsEntry(term, "清明节");
        }
    }

    private static List<LocalDate> dates(String... dates) {
        return java.util.Arrays.stream(dates).map(LocalDate::parse).toList();
    }
}
