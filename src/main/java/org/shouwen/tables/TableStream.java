package org.shouwen.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.dhatim.fastexcel.reader.SheetVisibility;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;

/**
 * Reads a table of any length row by row, as {@link TableReader} reads a short one: xlsx and text with a memory that does
 * not grow; xls, which has 65,536 rows a sheet at most, at once.
 */
public final class TableStream {
    /** So many rows may stand above the headings. */
    private static final int TITLES = 20;

    /** So many lines are looked at for what parts the cells. */
    private static final int LOOKED_AT = 50;

    /** Takes row after row. */
    @FunctionalInterface
    public interface Taker {
        void take(Table.Line line) throws IOException;
    }

    private TableStream() {}

    /**
     * @return headings that are not known, as they stand in the file
     * @throws BadInput when it is no table or has not the columns it must have
     */
    public static List<String> each(Path file, Columns columns, Taker taker) throws IOException {
        byte[] mark = new byte[4];
        try (InputStream in = Files.newInputStream(file)) {
            if (in.readNBytes(mark, 0, 4) < 2) throw new BadInput("file", "tables.empty");
        }
        if (mark[0] == 'P' && mark[1] == 'K') return xlsx(file, columns, taker);
        if ((mark[0] & 0xFF) == 0xD0 && (mark[1] & 0xFF) == 0xCF) return xls(file, columns, taker);
        return text(file, columns, taker);
    }

    private static List<String> xlsx(Path file, Columns columns, Taker taker) throws IOException {
        Sheets all = new Sheets(columns, taker);
        XlsxParts parts = XlsxParts.of(file.toFile());
        try (ReadableWorkbook book = parsed(() -> parts.open(file.toFile()))) {
            List<Sheet> sheets = book.getSheets().toList();
            boolean shown = sheets.stream().anyMatch(s -> s.getVisibility() == SheetVisibility.VISIBLE);
            for (Sheet sheet : sheets) {
                if (shown && sheet.getVisibility() != SheetVisibility.VISIBLE) continue;
                try (Stream<org.dhatim.fastexcel.reader.Row> rows = parsed(sheet::openStream)) {
                    var it = rows.iterator();
                    all.read(() ->
                            it.hasNext() ? XlsxCells.row(it.next(), book.isDate1904(), parts.texts(sheet)) : null);
                }
            }
        }
        return all.end();
    }

    private static List<String> xls(Path file, Columns columns, Taker taker) throws IOException {
        Sheets all = new Sheets(columns, taker);
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                HSSFWorkbook book = parsed(() -> new HSSFWorkbook(in))) {
            List<Integer> sheets =
                    IntStream.range(0, book.getNumberOfSheets()).boxed().toList();
            boolean shown = sheets.stream().anyMatch(s -> !book.isSheetHidden(s) && !book.isSheetVeryHidden(s));
            for (int s : sheets) {
                if (shown && (book.isSheetHidden(s) || book.isSheetVeryHidden(s))) continue;
                var it = book.getSheetAt(s).iterator();
                all.read(() -> it.hasNext() ? XlsCells.row(it.next()) : null);
            }
        }
        return all.end();
    }

    /** Whatever a broken file makes of a library that reads it is one fault: it is no table. */
    private static <T extends @Nullable Object> T parsed(Callable<T> reading) {
        try {
            return reading.call();
        } catch (Exception e) {
            throw new BadInput("file", "tables.unreadable");
        }
    }

    private static List<String> text(Path file, Columns columns, Taker taker) throws IOException {
        List<String> first = new ArrayList<>();
        TextLines.each(file, l -> {
            if (first.size() < LOOKED_AT) first.add(l.text());
        });
        if (first.stream().anyMatch(l -> l.stripLeading().startsWith("<")))
            throw new BadInput("file", "tables.unreadable");
        Finding finding = new Finding(columns, taker, false);
        SeparatedLines lines = new SeparatedLines(
                CsvReader.builder()
                        .fieldSeparator(SeparatedRows.separator(first))
                        .allowUnclosedQuote(false),
                finding::add);
        TextLines.each(file, lines::line);
        lines.end();
        return finding.end();
    }

    /** All sheets that have the headings are read, so that none is left out in silence. */
    private static final class Sheets {
        private final Columns columns;
        private final Taker taker;
        private final Set<String> unknown = new LinkedHashSet<>();
        private boolean found;
        private @Nullable BadInput wrong;

        Sheets(Columns columns, Taker taker) {
            this.columns = columns;
            this.taker = taker;
        }

        /** @param next row; null after the last */
        void read(Callable<@Nullable Row> next) throws IOException {
            Finding finding = new Finding(columns, taker, true);
            try {
                for (Row row = parsed(next); row != null; row = parsed(next)) finding.add(row);
                unknown.addAll(finding.end());
                found = true;
            } catch (BadInput e) {
                if (finding.found()) throw e;
                if (wrong == null) wrong = e;
            }
        }

        List<String> end() {
            if (!found) throw wrong == null ? new BadInput("file", "tables.empty") : wrong;
            return List.copyOf(unknown);
        }
    }

    /** Finds the headings among the first rows, and gives on what follows them. */
    private static final class Finding {
        private final Columns columns;
        private final Taker taker;
        private final boolean sheet;
        private final List<Row> first = new ArrayList<>();
        private @Nullable Headings headings;

        Finding(Columns columns, Taker taker, boolean sheet) {
            this.columns = columns;
            this.taker = taker;
            this.sheet = sheet;
        }

        boolean found() {
            return headings != null;
        }

        void add(Row row) throws IOException {
            if (row.blank()) return;
            Headings h = headings;
            if (h == null) look(row);
            else if (!row.remark()) taker.take(Table.line(row, h, sheet));
        }

        private void look(Row row) {
            first.add(row);
            try {
                headings = Headings.find(first, columns);
            } catch (BadInput e) {
                if (first.size() >= TITLES) throw e;
            }
        }

        List<String> end() {
            if (first.isEmpty()) throw new BadInput("file", "tables.empty");
            return (headings == null ? Headings.find(first, columns) : headings).unknown();
        }
    }
}
