package org.shouwen.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;

/** Merged cells, several sheets, formulas, formats and headings as they stand in the files that offices send. */
class TablesAsOfficesKeepThemTest {
    private static final Columns PEOPLE = new Columns(
            List.of(
                    Columns.Column.of("unit", "甲局", "单位", "承办单位"),
                    Columns.Column.of("section", "一科", "科室"),
                    Columns.Column.of("name", "张三", "姓名"),
                    Columns.Column.of("phone", "1", "电话", "联系电话")),
            List.of(List.of("unit"), List.of("name")));

    private static byte[] book(boolean xls, Consumer<Workbook> fill) throws IOException {
        try (Workbook book = xls ? new HSSFWorkbook() : new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            fill.accept(book);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void row(Sheet sheet, int at, Object... values) {
        org.apache.poi.ss.usermodel.Row row = sheet.createRow(at);
        for (int c = 0; c < values.length; c++) {
            if (values[c] instanceof Double d) row.createCell(c).setCellValue(d);
            else if (!"".equals(values[c])) row.createCell(c).setCellValue(values[c].toString());
        }
    }

    private static Table text(String text) {
        return TableReader.read(text.getBytes(StandardCharsets.UTF_8), PEOPLE);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_cell_merged_downwards_stands_in_every_row_that_it_covers(boolean xls) throws IOException {
        Table table = TableReader.read(
                book(xls, b -> {
                    Sheet s = b.createSheet();
                    row(s, 0, "人员名册");
                    s.addMergedRegion(new CellRangeAddress(0, 0, 0, 3));
                    row(s, 1, "单位", "科室", "姓名", "电话");
                    row(s, 2, "甲局", "一科", "张三", "1");
                    row(s, 3, "", "", "李四", "2");
                    row(s, 4, "", "", "王五", "3");
                    row(s, 5, "乙局", "", "赵六", "4");
                    s.addMergedRegion(new CellRangeAddress(2, 4, 0, 0));
                    s.addMergedRegion(new CellRangeAddress(2, 3, 1, 1));
                }),
                PEOPLE);
        assertThat(table.lines()).extracting(l -> l.get("unit")).containsExactly("甲局", "甲局", "甲局", "乙局");
        assertThat(table.lines()).extracting(l -> l.get("section")).containsExactly("一科", "一科", "", "");
        assertThat(table.lines()).extracting(Table.Line::line).containsExactly(3, 4, 5, 6);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void of_several_sheets_with_such_a_table_none_is_left_out_in_silence(boolean xls) throws IOException {
        byte[] two = book(xls, b -> {
            for (String name : List.of("甲", "乙")) {
                row(b.createSheet(name), 0, "单位", "姓名");
                row(b.getSheet(name), 1, "甲局", "张三");
            }
        });
        assertThatThrownBy(() -> TableReader.read(two, PEOPLE))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().args()).containsExactly("甲、乙"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_hidden_sheet_an_instruction_and_an_empty_form_are_no_table(boolean xls) throws IOException {
        Table table = TableReader.read(
                book(xls, b -> {
                    row(b.createSheet("去年"), 0, "单位", "姓名");
                    row(b.getSheet("去年"), 1, "甲局", "旧人");
                    row(b.createSheet("说明"), 0, "填表说明");
                    row(b.createSheet("空表"), 0, "单位", "姓名");
                    row(b.createSheet("今年"), 0, "单位", "姓名");
                    row(b.getSheet("今年"), 1, "甲局", "新人");
                    b.setActiveSheet(3);
                    b.setSheetHidden(0, true);
                }),
                PEOPLE);
        assertThat(table.lines()).extracting(l -> l.get("name")).containsExactly("新人");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_formula_that_shows_an_error_costs_its_row_and_zeros_of_a_format_are_kept(boolean xls) throws IOException {
        Table table = TableReader.read(
                book(xls, b -> {
                    Sheet s = b.createSheet();
                    row(s, 0, "单位", "姓名", "电话");
                    row(s, 1, "甲局", "张三", 4153123456d);
                    CellStyle zeros = b.createCellStyle();
                    zeros.setDataFormat(b.createDataFormat().getFormat("00000000000"));
                    s.getRow(1).getCell(2).setCellStyle(zeros);
                    row(s, 2, "甲局", "");
                    Cell bad = s.getRow(2).createCell(1);
                    bad.setCellFormula("1/0");
                    b.getCreationHelper().createFormulaEvaluator().evaluateFormulaCell(bad);
                }),
                PEOPLE);
        assertThat(table.lines().getFirst().get("phone")).isEqualTo("04153123456");
        assertThat(table.lines().getLast().problem()).isEqualTo(new BadInput.Field("file", "tables.damaged"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_text_pasted_with_carriage_returns_comes_in_without_their_escapes(boolean xls) throws IOException {
        Table table = TableReader.read(
                book(xls, b -> {
                    Sheet s = b.createSheet();
                    row(s, 0, "单位", "姓名");
                    row(s, 1, "甲局", xls ? "张三\r\n李四" : "张三_x000D_\n李四");
                    row(s, 2, "甲局", xls ? "_x0041_" : "_x005F_x0041_");
                }),
                PEOPLE);
        assertThat(table.lines().getFirst().get("name").lines()).containsExactly("张三", "李四");
        assertThat(table.lines().getLast().get("name")).isEqualTo("_x0041_");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "单位/unit,姓名/name\n甲局,张三\n",
                "单位 unit,姓名 name\n甲局,张三\n",
                "\"单位\nunit\",\"姓名\nname\"\n甲局,张三\n",
                "承办单位|姓名\n甲局|张三\n",
                "承办单位，姓名，电话\n甲局，张三，1\n",
                "\u00a0单位\u00a0,*姓\u3000名：\n\u00a0甲局\u3000,张\u200b三\u00a0\n",
                "单位（必填）,姓名(全名)\n甲局,张三\n单位（必填）,姓名(全名)\n",
                "sep=,\n单位,姓名\n甲局,张三\n"
            })
    void headings_and_cells_are_known_however_they_were_written(String file) {
        assertThat(text(file).lines()).singleElement().satisfies(l -> {
            assertThat(l.get("unit")).isEqualTo("甲局");
            assertThat(l.get("name")).isEqualTo("张三");
            assertThat(l.problem()).isNull();
        });
    }

    @Test
    void headings_that_are_not_known_stay_unknown_whatever_stands_beside_them() {
        assertThat(text("单位,姓名,单位性质,电话/传真机,邮编\n甲局,张三,企业,1,118000\n").unknown()).containsExactly("单位性质", "邮编");
    }
}
