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
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.shouwen.problems.BadInput;

/**
 * The sheets of a workbook that people see, each as its rows; a row that was never written is no row, and the others keep
 * their number. A cell that was merged with those below stands in each of their rows. Hidden sheets are read only where
 * there is no other.
 */
final class SheetRows {
    /** Unpacked, at most; a small file can hold gigabytes of the same character. */
    private static final long MOST_UNPACKED = 50L * 1024 * 1024;

    private static final int MOST_SHEETS = 20;

    private SheetRows() {}

    /** A sheet under the name that people see on its tab. */
    record Named(String name, List<Row> rows) {}

    static List<Named> xlsx(byte[] file) throws IOException {
        measure(file);
        List<Named> shown = new ArrayList<>();
        List<Named> hidden = new ArrayList<>();
        XlsxParts parts = XlsxParts.of(file);
        try (ReadableWorkbook book = parts.open(new ByteArrayInputStream(file))) {
            for (Sheet sheet : book.getSheets().limit(MOST_SHEETS).toList()) {
                try (Stream<org.dhatim.fastexcel.reader.Row> rows = sheet.openStream()) {
                    List<Row> read = rows.limit(TableReader.MOST_ROWS + 100L)
                            .map(r -> XlsxCells.row(r, book.isDate1904(), parts.texts(sheet)))
                            .toList();
                    boolean seen = sheet.getVisibility() == SheetVisibility.VISIBLE;
                    (seen ? shown : hidden)
                            .add(new Named(sheet.getName(), MergedCells.filled(read, parts.merged(sheet))));
                }
            }
        }
        return shown.isEmpty() ? hidden : shown;
    }

    static List<Named> xls(byte[] file) throws IOException {
        List<Named> shown = new ArrayList<>();
        List<Named> hidden = new ArrayList<>();
        try (HSSFWorkbook book = new HSSFWorkbook(new ByteArrayInputStream(file))) {
            for (int s = 0; s < Math.min(MOST_SHEETS, book.getNumberOfSheets()); s++) {
                List<Row> rows = new ArrayList<>();
                for (org.apache.poi.ss.usermodel.Row r : book.getSheetAt(s)) rows.add(XlsCells.row(r));
                boolean seen = book.getSheetVisibility(s) == org.apache.poi.ss.usermodel.SheetVisibility.VISIBLE;
                (seen ? shown : hidden)
                        .add(new Named(
                                book.getSheetName(s), MergedCells.filled(rows, MergedCells.xls(book.getSheetAt(s)))));
            }
        }
        return shown.isEmpty() ? hidden : shown;
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
