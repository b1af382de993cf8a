package org.shouwen.tables;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.shouwen.problems.BadInput;

/** The sheets of a workbook, each as its rows; a row that was never written is no row, and the others keep their number. */
final class SheetRows {
    /** Unpacked, at most; a small file can hold gigabytes of the same character. */
    private static final long MOST_UNPACKED = 50L * 1024 * 1024;

    private static final int MOST_SHEETS = 20;

    private SheetRows() {}

    static List<List<Row>> xlsx(byte[] file) throws IOException {
        measure(file);
        List<List<Row>> sheets = new ArrayList<>();
        try (ReadableWorkbook book = new ReadableWorkbook(
                new ByteArrayInputStream(file), new org.dhatim.fastexcel.reader.ReadingOptions(true, false))) {
            for (Sheet sheet : book.getSheets().limit(MOST_SHEETS).toList()) {
                try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
                    sheets.add(rows.limit(TableReader.MOST_ROWS + 100L)
                            .map(r -> XlsxCells.row(r, book.isDate1904()))
                            .toList());
                }
            }
        }
        return sheets;
    }

    static List<List<Row>> xls(byte[] file) throws IOException {
        List<List<Row>> sheets = new ArrayList<>();
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            for (int s = 0; s < Math.min(MOST_SHEETS, book.getNumberOfSheets()); s++) {
                List<Row> rows = new ArrayList<>();
                for (org.apache.poi.ss.usermodel.Row r : book.getSheetAt(s)) rows.add(XlsCells.row(r));
                sheets.add(rows);
            }
        }
        return sheets;
    }

    private static void measure(byte[] file) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder().setByteArray(file).get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
                        unpacked += n;
                        if (unpacked > MOST_UNPACKED)
                            throw new BadInput("file", "tables.unpacked", MOST_UNPACKED / 1024 / 1024);
                    }
                }
            }
        }
    }
}
