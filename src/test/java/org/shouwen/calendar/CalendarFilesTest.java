package org.shouwen.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Spellings;

/** Ruling 2: the notice's days are read from whatever an office made of them. */
class CalendarFilesTest {
    private static final LocalDate NEW_YEAR = LocalDate.of(2027, 1, 1);
    private static final LocalDate MADE_UP = LocalDate.of(2026, 12, 26);

    @Test
    void every_spelling_of_a_year_is_the_same_year() throws IOException {
        Map<String, byte[]> spellings = Spellings.of(
                List.of(List.of("日期", "上班", "名称"), List.of(NEW_YEAR, false, "元旦"), List.of(MADE_UP, true, "元旦")));
        spellings.forEach((how, file) -> {
            YearCalendar year = CalendarFile.read(file);
            assertThat(year.year()).as(how).isEqualTo(2027);
            assertThat(year.days())
                    .as(how)
                    .containsExactly(new SpecialDay(MADE_UP, true, "元旦"), new SpecialDay(NEW_YEAR, false, "元旦"));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# 国办发明电〔2026〕7号\ndate,working,name\n2027-01-01,false,元旦\n",
                "\"# 国办发明电〔2026〕7号\"\ndate,working,name\n2027-01-01,false,元旦\n",
                "\"# 国办发明电〔2026〕7号\",,\n日期,上班,名称\n2027/1/1,FALSE,元旦\n",
                "国办发明电〔2026〕7号,,\n日期,放假,名称\n2027/1/1,是,元旦\n",
                "# 国办发明电〔2026〕7号\n2027-01-01,false,元旦\n",
                "\uFEFF# 国办发明电〔2026〕7号\r\n\r\n日期\t安排\t名称\r\n2027年1月1日\t放假\t元旦\r\n"
            })
    void the_notice_is_known_quoted_or_not(String text) {
        for (byte[] file : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                text.replace("\uFEFF", "").getBytes(Spellings.GB18030))) {
            YearCalendar year = CalendarFile.read(file);
            assertThat(year.notice()).isEqualTo("国办发明电〔2026〕7号");
            assertThat(year.days()).containsExactly(new SpecialDay(NEW_YEAR, false, "元旦"));
        }
    }

    @Test
    void what_the_page_keeps_for_confirming_reads_back_as_it_was() {
        YearCalendar year = CalendarFile.read("# 试件\n日期,上班,名称\n2027/1/1,否,\"元旦,第一天\"\n".getBytes(Spellings.GB18030));
        assertThat(CalendarFile.read(CalendarFile.write(year))).isEqualTo(year);
    }

    @ParameterizedTest
    @CsvSource({
        "'date,working\n2027-01-01,false\n\n2027-13-01,false\n', calendar.bad.date, 4",
        "'date,working\n2027-01-01,maybe\n', calendar.bad.working, 2",
        "'date,working\n2027-01-01,\n', calendar.bad.line, 2"
    })
    void a_slip_is_told_with_the_line_it_stands_in(String text, String key, int line) {
        assertThatThrownBy(() -> CalendarFile.read(text)).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat(e.fields().getFirst().key()).isEqualTo(key);
            assertThat(e.fields().getFirst().args()).startsWith(line);
        });
    }

    @Test
    void a_misspelt_heading_is_named_and_names_are_not_lost() {
        assertThatThrownBy(() -> CalendarFile.read("日期,上班,名字啊\n2027-01-01,false,元旦\n"))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().args()).containsExactly("名字啊"));
    }

    @Test
    void columns_that_say_nothing_of_the_days_do_not_matter() {
        assertThat(CalendarFile.read("序号,日期,星期,上班,名称\n1,2027-01-01,五,否,元旦\n").days())
                .containsExactly(new SpecialDay(NEW_YEAR, false, "元旦"));
    }

    @Test
    void the_template_is_understood() {
        assertThat(new String(CalendarFile.template(true), StandardCharsets.UTF_8))
                .contains("日期,上班,名称");
    }
}
