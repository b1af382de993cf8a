package org.shouwen.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.record.DateWindow1904Record;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.CellStyle;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.problems.BadInput;

/** Dates and times in the formats of a Chinese office's spreadsheet program. */
class DatesOfSheetsTest {
    private static final Columns CASES = new Columns(
            List.of(Columns.Column.of("unit", "甲局", "单位"), Columns.Column.of("at", "2026-11-28", "受理时间")),
            List.of(List.of("unit"), List.of("at")));

    private static byte[] book(Workbook book, double days, CellStyle style) throws IOException {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var sheet = book.createSheet();
            var head = sheet.createRow(0);
            head.createCell(0).setCellValue("单位");
            head.createCell(1).setCellValue("受理时间");
            var row = sheet.createRow(1);
            row.createCell(0).setCellValue("甲局");
            var cell = row.createCell(1);
            cell.setCellValue(days);
            cell.setCellStyle(style);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static CellStyle numbered(Workbook book, int format) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat((short) format);
        return style;
    }

    private static CellStyle written(Workbook book, String pattern) {
        CellStyle style = book.createCellStyle();
        style.setDataFormat(book.createDataFormat().getFormat(pattern));
        return style;
    }

    private static String at(byte[] file) {
        return TableReader.read(file, CASES).lines().getFirst().get("at");
    }

    @ParameterizedTest
    @ValueSource(ints = {27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58})
    void a_format_that_the_standard_keeps_for_china_is_a_date(int format) throws IOException {
        Workbook xlsx = new XSSFWorkbook();
        assertThat(at(book(xlsx, 46354, numbered(xlsx, format)))).isEqualTo("2026-11-28");
        Workbook xls = new HSSFWorkbook();
        assertThat(at(book(xls, 46354, numbered(xls, format)))).isEqualTo("2026-11-28");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "上午/下午h\"时\"mm\"分\" | 0.604166666666667 | 14:30",
                "h:mm | 0.354166666666667 | 08:30",
                "yyyy\"年\"m\"月\"d\"日\" 上午/下午h\"时\" | 46354.604166666664 | 2026-11-28T14:30",
                "[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\" | 46354 | 2026-11-28",
                "[$-804]aaaa | 46354 | 2026-11-28",
                "[DBNum2][$-804]General | 46354 | 46354",
                "0.00 | 46354 | 46354"
            })
    void a_format_written_as_chinese_offices_do_shows_what_is_meant(String pattern, double days, String shown)
            throws IOException {
        Workbook xlsx = new XSSFWorkbook();
        assertThat(at(book(xlsx, days, written(xlsx, pattern)))).isEqualTo(shown);
        Workbook xls = new HSSFWorkbook();
        assertThat(at(book(xls, days, written(xls, pattern)))).isEqualTo(shown);
    }

    @Test
    void an_old_workbook_that_counts_from_1904_is_read_so() throws IOException {
        HSSFWorkbook xls = new HSSFWorkbook();
        ((DateWindow1904Record) xls.getInternalWorkbook().findFirstRecordBySid(DateWindow1904Record.sid))
                .setWindowing((short) 1);
        byte[] file = book(xls, 46354 - 1462, written(xls, "yyyy-mm-dd"));
        assertThat(at(file)).isEqualTo("2026-11-28");
    }

    @Test
    void a_sheet_with_dates_in_words_is_refused_by_name_and_never_half_read(@TempDir Path folder) throws IOException {
        Workbook xlsx = new XSSFWorkbook();
        byte[] file = inWords(book(xlsx, 46354, written(xlsx, "yyyy-mm-dd")));
        assertThatThrownBy(() -> TableReader.read(file, CASES)).isInstanceOf(BadInput.class);
        Path stored = Files.write(folder.resolve("table.xlsx"), file);
        assertThatThrownBy(() -> TableStream.each(stored, CASES, l -> {})).isInstanceOf(BadInput.class);
    }

    /** The same file with its date as ISO 8601, as ISO/IEC 29500 allows since 2008. */
    private static byte[] inWords(byte[] file) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(entry.getName()));
                String part = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                zip.write(part.replaceAll("t=\"n\"([^>]*)><v>46354[.]0</v>", "t=\"d\"$1><v>2026-11-28</v>")
                        .getBytes(StandardCharsets.UTF_8));
            }
        }
        return out.toByteArray();
    }
}
