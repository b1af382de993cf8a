package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Days that people type among the words of a search, read on Thursday, 1 October 2026. */
class WrittenPeriodTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

    @ParameterizedTest
    @CsvSource({
        "8月3日, 2026-08-03, 2026-08-03",
        "８月３号, 2026-08-03, 2026-08-03",
        "10月1日, 2026-10-01, 2026-10-01",
        "10月2日, 2025-10-02, 2025-10-02",
        "2月29日, 2024-02-29, 2024-02-29",
        "2025年12月31日, 2025-12-31, 2025-12-31",
        "2026/8/3, 2026-08-03, 2026-08-03",
        "2026.8.3, 2026-08-03, 2026-08-03",
        "8月3日至5日, 2026-08-03, 2026-08-05",
        "8月3日到9月2日, 2026-08-03, 2026-09-02",
        "8月3号-5号, 2026-08-03, 2026-08-05",
        "12月30日至1月2日, 2025-12-30, 2026-01-02",
        "2026年8月, 2026-08-01, 2026-08-31",
        "9月份, 2026-09-01, 2026-09-30",
        "11月, 2025-11-01, 2025-11-30",
        "今天, 2026-10-01, 2026-10-01",
        "昨天, 2026-09-30, 2026-09-30",
        "前天, 2026-09-29, 2026-09-29",
        "上周三, 2026-09-23, 2026-09-23",
        "本周日, 2026-10-04, 2026-10-04",
        "上星期天, 2026-09-27, 2026-09-27",
        "上周, 2026-09-21, 2026-09-27",
        "上个月, 2026-09-01, 2026-09-30",
        "yesterday, 2026-09-30, 2026-09-30",
    })
    void a_day_a_week_or_a_month_narrows_and_the_other_words_stay(String word, LocalDate from, LocalDate to) {
        assertThat(WrittenPeriod.in("停水 " + word + " 福春小区", TODAY, ""))
                .contains(new WrittenPeriod(word, "停水 福春小区", from, to));
        assertThat(WrittenPeriod.in(word, TODAY, "")).map(WrittenPeriod::rest).contains("");
    }

    @ParameterizedTest
    @CsvSource({"2月30日", "13月", "8月3日停水", "8月5日至3日", "15号楼", "3月26日路", "月", "2026", "20260803", "0月1日", "5日"})
    void what_is_no_day_or_part_of_a_longer_word_stays_a_word(String word) {
        assertThat(WrittenPeriod.in(word, TODAY, "")).isEmpty();
    }

    @Test
    void a_word_that_is_wanted_as_it_stands_and_a_second_day_are_left() {
        assertThat(WrittenPeriod.in("停水 8月3日", TODAY, "8月3日")).isEmpty();
        assertThat(WrittenPeriod.in("8月3日 8月4日", TODAY, ""))
                .map(WrittenPeriod::rest)
                .contains("8月4日");
    }
}
