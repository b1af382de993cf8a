package org.shouwen.tables;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** One table in all the ways in which offices' programs write it. */
public final class Spellings {
    public static final Charset GB18030 = Charset.forName("GB18030");

    private Spellings() {}

    /** @param rows texts, numbers, truth values and dates; the first row holds the headings */
    public static Map<String, byte[]> of(List<List<Object>> rows) throws IOException {
        String comma = text(rows, ",");
        String tab = text(rows, "\t");
        Map<String, byte[]> all = new LinkedHashMap<>();
        all.put("UTF-8", comma.getBytes(StandardCharsets.UTF_8));
        all.put("UTF-8 with a mark", ("\uFEFF" + comma).getBytes(StandardCharsets.UTF_8));
        all.put("GB18030", comma.getBytes(GB18030));
        all.put("GB18030 with tabs", tab.getBytes(GB18030));
        all.put("UTF-8 with tabs", tab.getBytes(StandardCharsets.UTF_8));
        all.put("UTF-8 with semicolons", text(rows, ";").getBytes(StandardCharsets.UTF_8));
        all.put("Unicode text", ("\uFEFF" + tab).getBytes(StandardCharsets.UTF_16LE));
        all.put("Unicode text, big end first", ("\uFEFF" + tab).getBytes(StandardCharsets.UTF_16BE));
        all.put("UTF-16 without a mark", tab.getBytes(StandardCharsets.UTF_16LE));
        all.put("line ends of Windows", comma.replace("\n", "\r\n").getBytes(GB18030));
        all.put("line ends of old Macs", comma.replace("\n", "\r").getBytes(GB18030));
        all.put(
                "every cell quoted",
                comma.replaceAll("([^,\n]*)([,\n])", "\"$1\"$2").getBytes(StandardCharsets.UTF_8));
        all.put("a title above", ("一览表,,\n" + comma).getBytes(GB18030));
        all.put("empty lines between", comma.replace("\n", "\n\n").getBytes(StandardCharsets.UTF_8));
        all.put("xlsx", book(new XSSFWorkbook(), rows, 0));
        all.put("xls", book(new HSSFWorkbook(), rows, 0));
        all.put("xlsx with a title above", book(new XSSFWorkbook(), rows, 2));
        all.put("xls with a title above", book(new HSSFWorkbook(), rows, 2));
        return all;
    }

    private static String text(List<List<Object>> rows, String separator) {
        return rows.stream()
                .map(r -> r.stream().map(Spellings::typed).collect(Collectors.joining(separator)) + "\n")
                .collect(Collectors.joining());
    }

    private static String typed(Object cell) {
        return switch (cell) {
            case java.time.LocalDate d -> d.getYear() + "/" + d.getMonthValue() + "/" + d.getDayOfMonth();
            case Boolean b -> b ? "TRUE" : "FALSE";
            default -> cell.toString();
        };
    }

    private static byte[] book(Workbook book, List<List<Object>> rows, int above) throws IOException {
        try (book;
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            Sheet sheet = book.createSheet();
            var date = book.createCellStyle();
            date.setDataFormat(book.createDataFormat().getFormat("yyyy/m/d"));
            if (above > 0) sheet.createRow(0).createCell(0).setCellValue("一览表");
            for (int r = 0; r < rows.size(); r++) {
                Row row = sheet.createRow(r + above);
                for (int c = 0; c < rows.get(r).size(); c++) {
                    Cell cell = row.createCell(c);
                    switch (rows.get(r).get(c)) {
                        case java.time.LocalDate d -> {
                            cell.setCellValue(d);
                            cell.setCellStyle(date);
                        }
                        case Boolean b -> cell.setCellValue(b);
                        case Number n -> cell.setCellValue(n.doubleValue());
                        case Object o -> cell.setCellValue(o.toString());
                    }
                }
            }
            book.write(out);
            return out.toByteArray();
        }
    }
}
