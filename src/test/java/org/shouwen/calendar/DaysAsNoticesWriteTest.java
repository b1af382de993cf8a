package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;

/** Ruling 2: days of a notice are read as notices and sheets write them; what is no day is said with its line. */
class DaysAsNoticesWriteTest {
    private static YearCalendar read(String date, String what) {
        return CalendarFile.read("# 试件〔2026〕1号\n日期,安排,名称\n" + date + "," + what + ",元旦\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-01",
                "2027/1/1",
                "2027年1月1日",
                "2027年1月1日（星期五）",
                "2027-01-01 周五",
                "2027.1.1 星期五",
                "46388",
                "20270101"
            })
    void a_day_is_one_day_however_it_is_written(String date) {
        for (String off : new String[] {"放假", "休息日", "公休", "否", "FALSE"})
            assertThat(read(date, off).days()).containsExactly(new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027年1月1日至3日",
                "2027年1月1日至1月3日",
                "2027-01-01~2027-01-03",
                "2027/1/1—2027/1/3",
                "2027-01-01 到 01-03"
            })
    void a_span_is_each_of_its_days(String span) {
        assertThat(read(span, "放假").days())
                .extracting(SpecialDay::date)
                .containsExactly(LocalDate.of(2027, 1, 1), LocalDate.of(2027, 1, 2), LocalDate.of(2027, 1, 3));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1月1日", "2027-02-30", "2027年1月3日至1日", "2027年1月1日至3月1日", "1/1/2027", "27-1-1", "12345", "99999"})
    void what_is_no_day_is_refused_with_its_line(String date) {
        assertThatThrownBy(() -> read(date, "放假"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().args()).contains(3, date));
    }

    @Test
    void a_span_over_the_turn_of_the_year_belongs_to_the_year_of_the_notice() {
        YearCalendar year = CalendarFile.read("日期,安排,名称\n2026-12-31至2027-01-02,放假,元旦\n2027-02-06,放假,春节\n");
        assertThat(year.year()).isEqualTo(2027);
        assertThat(year.days()).hasSize(4);
    }
}
