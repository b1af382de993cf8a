package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;

/** Ruling 2: one notice may name days of the year before or after, in whichever order. */
class NoticeTest {
    private static final String JANUARY = "2027-01-01,false,元旦\n2027-01-02,false,元旦\n2027-01-03,false,元旦\n";
    private static final String DECEMBER = "2026-12-26,true,元旦\n2026-12-31,false,元旦\n";

    @Test
    void a_notice_is_of_the_year_whose_first_day_it_names() {
        for (String days : List.of(DECEMBER + JANUARY, JANUARY + DECEMBER)) {
            YearCalendar read = CalendarFile.read("# 试件\ndate,working,name\n" + days);
            assertThat(read.year()).isEqualTo(2027);
            assertThat(read.days())
                    .hasSize(5)
                    .isSortedAccordingTo((a, b) -> a.date().compareTo(b.date()));
        }
        assertThat(CalendarFile.read("2026-12-26,true,元旦\n2026-12-31,false,元旦\n2027-01-01,false,元旦\n")
                        .year())
                .as("more days in December, but it begins 2027")
                .isEqualTo(2027);
        assertThat(CalendarFile.read("2026-01-01,false,元旦\n2026-10-01,false,国庆节\n2027-01-02,false,元旦\n")
                        .year())
                .as("a day of the year after")
                .isEqualTo(2026);
    }

    @ParameterizedTest
    @ValueSource(strings = {"B14-december-first.csv", "B14-january-first.csv"})
    void the_cases_that_people_met_are_read(String name) throws IOException {
        Path file = Path.of("../shared/cases", name);
        Assumptions.assumeTrue(Files.isReadable(file), "the cases are not beside this checkout: " + file);
        YearCalendar read = CalendarFile.read(Files.readString(file));
        assertThat(read.year()).isEqualTo(2027);
        assertThat(read.notice()).isEqualTo("试件〔2026〕1号");
        assertThat(read.days()).hasSize(5);
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-30,false,x", "2028-02-01,false,x", "2025-12-31,false,x"})
    void a_day_that_is_not_next_to_the_year_is_a_slip(String day) {
        assertThatThrownBy(() -> CalendarFile.read("2027-01-01,false,元旦\n" + day))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().key()).isEqualTo("calendar.bad.other-year"));
    }

    @Test
    void days_that_are_left_out_are_named() {
        YearCalendar whole = CalendarFile.read(DECEMBER + JANUARY);
        YearCalendar part = CalendarFile.read("2027-01-01,false,元旦\n2027-05-01,false,劳动节\n");
        assertThat(whole.missingIn(part))
                .containsExactly(
                        LocalDate.of(2026, 12, 26),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 2),
                        LocalDate.of(2027, 1, 3));
        assertThat(whole.missingIn(whole)).isEmpty();
    }
}
