package org.shouwen.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;

/** Files from offices: what is in them is read however they were written, and places are those that a person sees. */
class TableReaderTest {
    private static final Columns COLUMNS = new Columns(
            List.of(
                    Columns.Column.of("unit", "heating", "单位", "承办单位"),
                    Columns.Column.of("name", "张三", "姓名"),
                    Columns.Column.of("phone", "8890000", "电话", "联系电话")),
            List.of(List.of("unit"), List.of("name")));

    private static final List<List<Object>> ROWS =
            List.of(List.of("单位", "姓名", "电话"), List.of("丹东市热力集团", "杨示己", 8890000), List.of("振兴区", "尤示庚", 13800000000L));

    @Test
    void every_spelling_of_a_table_says_the_same() throws IOException {
        Map<String, byte[]> spellings = Spellings.of(ROWS);
        assertThat(spellings).hasSizeGreaterThan(12);
        spellings.forEach((how, file) -> {
            Table table = TableReader.read(file, COLUMNS);
            assertThat(table.unknown()).as(how).isEmpty();
            assertThat(table.lines())
                    .as(how)
                    .extracting(l -> l.get("unit") + "|" + l.get("name") + "|" + l.get("phone"))
                    .containsExactly("丹东市热力集团|杨示己|8890000", "振兴区|尤示庚|13800000000");
            assertThat(table.lines()).as(how).allMatch(l -> l.problem() == null);
        });
    }

    @Test
    void one_bad_byte_costs_its_row_in_whichever_characters() throws IOException {
        for (var characters : List.of(StandardCharsets.UTF_8, Spellings.GB18030)) {
            byte[] file = bad("unit,name\nheating,杨示己\nheating,尤示庚\nheating,郑示丙\n", characters, "尤");
            List<Table.Line> lines = TableReader.read(file, COLUMNS).lines();
            assertThat(lines).extracting(l -> l.problem() != null).containsExactly(false, true, false);
            assertThat(lines.getFirst().get("name")).isEqualTo("杨示己");
            assertThat(lines.get(1).line()).isEqualTo(3);
        }
    }

    @Test
    void a_place_is_the_physical_line_where_the_row_begins() {
        String text = "单位,姓名\n\na,甲\n\"b\n二\",乙\nc,丙\n# 备注,x\n\nd,丁\n";
        for (String t : List.of(text, text.replace("\n", "\r\n")))
            assertThat(read(t).lines()).extracting(Table.Line::line).containsExactly(3, 4, 6, 9);
    }

    @Test
    void a_column_that_is_absent_is_not_an_empty_one() {
        Table table = read("单位,姓名,电话\na,甲,\nb,乙\n");
        assertThat(table.lines().get(0).cell("phone")).isEmpty();
        assertThat(table.lines().get(1).cell("phone"))
                .as("the row ends before it")
                .isNull();
        assertThat(read("单位,姓名\na,甲\n").lines().getFirst().cell("phone")).isNull();
    }

    @Test
    void a_wrong_heading_is_one_fault_said_once_and_by_name() {
        assertThatThrownBy(() -> read("units,姓名,手机\na,甲,1\nb,乙,2\n")).isInstanceOfSatisfying(BadInput.class, e -> {
            assertThat(e.fields()).hasSize(1);
            assertThat(e.fields().getFirst().key()).isEqualTo("tables.headings");
            assertThat(e.fields().getFirst().args()).startsWith("单位 unit", "units、手机");
        });
        assertThat(read("单位,姓名,telephone\na,甲,1\n").unknown()).containsExactly("telephone");
        Table twice = read("单位,姓名,电话,联系电话\na,甲,1,2\n");
        assertThat(twice.doubled())
                .as("a column that is there twice is read once")
                .containsExactly("联系电话");
        assertThat(twice.unknown()).isEmpty();
        assertThat(twice.lines().getFirst().cell("phone")).isEqualTo("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNIT,Name", "＊单位 ,姓 名：", "*承办单位（必填）,姓名(必填)", " 单位,　姓名", "ｕｎｉｔ,name"})
    void headings_are_known_by_what_they_say(String headings) {
        Table table = read(headings + "\na,甲\n");
        assertThat(table.lines().getFirst().cells()).containsOnlyKeys("unit", "name");
    }

    @Test
    void a_comma_that_was_not_quoted_does_not_move_what_follows() {
        List<Table.Line> lines = read("单位,姓名,电话\na,甲,1\nb,c,乙,2\n").lines();
        assertThat(Objects.requireNonNull(lines.get(1).problem()).key()).isEqualTo("tables.too-many-cells");
        assertThat(lines.getFirst().problem()).isNull();
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_line() {
        List<Table.Line> lines =
                read("单位,姓名,电话\na,甲,1\nb,\"乙,2\nc,丙,3\nd,5\" 管,4\n").lines();
        assertThat(lines).extracting(Table.Line::line).containsExactly(2, 3, 4, 5);
        assertThat(lines).extracting(l -> l.problem() != null).containsExactly(false, true, false, false);
        assertThat(lines.getLast().get("name")).isEqualTo("5\" 管");
    }

    @Test
    void what_is_no_table_is_said_to_be_none() {
        for (byte[] file : List.of(
                new byte[0],
                new byte[] {'P', 'K', 3, 4},
                new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 1},
                "<html><table><tr><td>单位".getBytes(StandardCharsets.UTF_8),
                new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16},
                "%PDF-1.7\n单位,姓名\na,甲\n".getBytes(StandardCharsets.UTF_8),
                new byte[] {0, 0, 0, 0}))
            assertThatThrownBy(() -> TableReader.read(file, COLUMNS)).isInstanceOf(BadInput.class);
    }

    @Test
    void a_template_shows_an_example_that_is_not_taken_for_a_row() {
        for (boolean chinese : List.of(true, false)) {
            byte[] file = Template.csv(COLUMNS, chinese);
            assertThat(new String(file, StandardCharsets.UTF_8)).contains("张三");
            assertThat(TableReader.read(file, COLUMNS).lines()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2027-01-02",
                "2027/1/2",
                "2027.1.2",
                "2027年1月2日",
                "20270102",
                "2027/1/2 0:00:00",
                "2027-01-02T00:00"
            })
    void days_are_read_as_they_are_written(String day) {
        assertThat(Moments.date(day)).contains(LocalDate.of(2027, 1, 2));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-09-30T10:00, 02:00:00",
        "2026-09-30 10:00, 02:00:00",
        "2026/9/30 9:05, 01:05:00",
        "2026-09-30 09:05:07, 01:05:07",
        "2026-09-30T09:05:00+08:00, 01:05:00",
        "2026-09-30T01:05:00Z, 01:05:00",
        "2026-09-30T01:05:00.000Z, 01:05:00",
        "2026年9月30日 9时5分, 01:05:00"
    })
    void times_are_read_as_they_are_written(String typed, String utc) {
        assertThat(Moments.time(typed)).contains(Instant.parse("2026-09-30T" + utc + "Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30 10:00", "2026-09-30 25:00", "昨天", "", "2026-09-30"})
    void what_is_no_time_is_none(String typed) {
        assertThat(Moments.time(typed)).isEmpty();
    }

    @Test
    void the_shortest_texts_are_not_taken_for_another_set() throws IOException {
        for (String word : List.of("联通", "路", "振兴区", "重新", "·"))
            assertThat(TextLines.of((word + "\n").getBytes(Spellings.GB18030))
                            .getFirst()
                            .text())
                    .isEqualTo(word);
        for (String word : List.of("联通", "路", "振兴区", "𠮷"))
            assertThat(TextLines.of((word + "\n").getBytes(StandardCharsets.UTF_8))
                            .getFirst()
                            .text())
                    .isEqualTo(word);
    }

    private static Table read(String text) {
        return TableReader.text(text, COLUMNS, List.of());
    }

    /** The text with a byte put before a character that begins none in either set. */
    static byte[] bad(String text, java.nio.charset.Charset characters, String before) throws IOException {
        int at = text.indexOf(before);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(text.substring(0, at).getBytes(characters));
        out.write(0xFF);
        out.write(text.substring(at).getBytes(characters));
        return out.toByteArray();
    }
}
