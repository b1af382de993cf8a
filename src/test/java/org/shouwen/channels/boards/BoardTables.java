package org.shouwen.channels.boards;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.List;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Tables as the boards give them. */
final class BoardTables {
    static final List<String> NATIONAL =
            List.of("序号", "办件编号", "问题归属地", "留言人姓名", "留言时间", "留言人电话", "身份证号码", "地址", "IP地址", "类别", "标题", "留言正文");

    private BoardTables() {}

    static List<String> row(int n, String content) {
        return List.of(
                "" + n,
                "GWY2026%05d".formatted(n),
                "丹东市振兴区",
                "何其正",
                "2026-09-29 08:0" + n % 10,
                "13800008888",
                "210603198001011234",
                "锦山大街88号3单元501",
                "203.0.113.7",
                "投诉",
                "暖气不热",
                content);
    }

    /** @param title a merged row above the headings; empty: none */
    static byte[] book(boolean old, String title, List<String> heads, List<List<String>> rows) throws IOException {
        try (Workbook book = old ? new HSSFWorkbook() : new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet("办件");
            int at = 0;
            if (!title.isEmpty()) {
                sheet.createRow(at++).createCell(0).setCellValue(title);
                sheet.addMergedRegion(new CellRangeAddress(0, 0, 0, heads.size() - 1));
            }
            line(sheet.createRow(at++), heads);
            for (List<String> r : rows) line(sheet.createRow(at++), r);
            book.write(out);
            return out.toByteArray();
        }
    }

    private static void line(Row row, List<String> cells) {
        for (int c = 0; c < cells.size(); c++) row.createCell(c).setCellValue(cells.get(c));
    }

    static byte[] csv(Charset set, List<String> heads, List<List<String>> rows) {
        StringWriter out = new StringWriter();
        try (CsvWriter csv = CsvWriter.builder().build(out)) {
            csv.writeRecord(heads);
            rows.forEach(csv::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString().getBytes(set);
    }
}
