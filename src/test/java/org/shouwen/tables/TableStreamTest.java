package org.shouwen.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.problems.BadInput;

/** Tables of any length, row by row. */
class TableStreamTest {
    private static final Columns COLUMNS = new Columns(
            List.of(Columns.Column.of("id", "1", "编号"), Columns.Column.of("text", "暖气不热", "内容")),
            List.of(List.of("id"), List.of("text")));
    private static final int LONG = 100_000;

    @TempDir
    Path folder;

    private List<Table.Line> lines(String text, String set) throws IOException {
        Path file = Files.write(folder.resolve("t.csv"), text.getBytes(Charset.forName(set)));
        List<Table.Line> lines = new ArrayList<>();
        TableStream.each(file, COLUMNS, lines::add);
        return lines;
    }

    @Test
    void titles_remarks_blank_lines_and_cells_over_several_lines_are_read_as_in_a_short_table() throws IOException {
        String text = "某市转办件,\n\n编号,内容,别的\n# 说明,x\n1,\"第一行\n第二行，\"\"引\"\"\",a\n\n2,乙,b\n";
        for (String set : List.of("UTF-8", "GB18030")) {
            List<Table.Line> lines = lines(text, set);
            assertThat(lines).extracting(l -> l.get("id")).containsExactly("1", "2");
            assertThat(lines.getFirst().get("text")).isEqualTo("第一行\n第二行，\"引\"");
            assertThat(lines).extracting(Table.Line::line).containsExactly(5, 8);
        }
        assertThat(lines("编号\t内容\n1\t甲,乙\n", "UTF-8").getFirst().get("text")).isEqualTo("甲,乙");
    }

    @Test
    void a_quote_that_is_never_closed_costs_its_own_line_only() throws IOException {
        StringBuilder text = new StringBuilder("编号,内容\n1,\"没有收尾\n");
        for (int n = 2; n < 120; n++) text.append(n).append(",好\n");
        List<Table.Line> lines = lines(text.toString(), "UTF-8");
        assertThat(lines).hasSize(119);
        assertThat(lines.getFirst().problem()).isNotNull();
        assertThat(lines.subList(1, 119))
                .allSatisfy(l -> assertThat(l.problem()).isNull());
    }

    @Test
    void what_has_not_the_columns_or_is_empty_is_refused_before_a_row_is_given_on() {
        for (String text : List.of("", "\n\n", "a,b\n1,2\n", "编号\n1\n", "<html></html>"))
            assertThatThrownBy(() -> lines(text, "UTF-8")).as(text).isInstanceOf(BadInput.class);
    }

    @Test
    void a_hundred_thousand_rows_come_one_by_one_from_text_and_from_a_workbook() throws IOException {
        Path csv = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(csv, Charset.forName("GB18030"))) {
            out.write("编号,内容\n");
            for (int n = 0; n < LONG; n++) out.write(n + ",第" + n + "件暖气不热\n");
        }
        Path xlsx = folder.resolve("long.xlsx");
        try (OutputStream out = Files.newOutputStream(xlsx);
                SheetWriter sheet = new SheetWriter(out, "件", List.of(), List.of("编号", "内容"))) {
            for (int n = 0; n < LONG; n++) sheet.row(List.of("" + n, "第" + n + "件暖气不热"));
        }
        for (Path file : List.of(csv, xlsx)) {
            int[] seen = {0};
            long began = System.nanoTime();
            TableStream.each(file, COLUMNS, l -> {
                if (!l.get("id").equals("" + seen[0]++)) throw new AssertionError(l.toString());
            });
            System.out.printf(
                    "tables: %s %d rows in %.1f s%n", file.getFileName(), seen[0], (System.nanoTime() - began) / 1e9);
            assertThat(seen[0]).isEqualTo(LONG);
        }
    }
}
