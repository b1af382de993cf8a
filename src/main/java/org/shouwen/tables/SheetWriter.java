package org.shouwen.tables;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/**
 * Writes one table as xlsx while its rows come, in flat memory: numbers, dates and times as such, texts as texts and never as
 * formulas. Above the table stand its title and, line by line, what it was filtered by and when it was made.
 */
public final class SheetWriter implements AutoCloseable {
    private static final int FLUSH = 500;
    private static final int WIDTH = 16;

    private final Workbook book;
    private final Worksheet sheet;
    private int row;

    /**
     * @param name of the sheet; what Excel forbids in it is left out
     * @param about lines above the table, such as the period
     */
    public SheetWriter(OutputStream to, String name, List<String> about, List<String> heads) {
        this.book = new Workbook(to, "Shouwen", "1.0");
        this.sheet = book.newWorksheet(name.replaceAll("[\\\\/*?:\\[\\]]", " "));
        for (String line : about) sheet.inlineString(row++, 0, line);
        for (int c = 0; c < heads.size(); c++) {
            sheet.inlineString(row, c, heads.get(c));
            sheet.width(c, WIDTH);
        }
        sheet.range(row, 0, row, Math.max(0, heads.size() - 1)).style().bold().set();
        sheet.freezePane(0, ++row);
    }

    /** One row; a cell is a text, a whole number, a decimal, a date, a date with its time or null. */
    public void row(List<? extends @Nullable Object> cells) {
        for (int c = 0; c < cells.size(); c++) put(c, cells.get(c));
        row++;
        if (row % FLUSH == 0) flush();
    }

    private void put(int column, @Nullable Object cell) {
        switch (cell) {
            case null -> {}
            case Long n -> sheet.value(row, column, n);
            case Integer n -> sheet.value(row, column, n);
            case BigDecimal n -> sheet.value(row, column, n);
            case LocalDate day -> {
                sheet.value(row, column, day);
                sheet.style(row, column).format("yyyy-mm-dd").set();
            }
            case LocalDateTime time -> {
                sheet.value(row, column, time);
                sheet.style(row, column).format("yyyy-mm-dd hh:mm").set();
            }
            default -> sheet.inlineString(row, column, cell.toString());
        }
    }

    private void flush() {
        try {
            sheet.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            book.finish();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
