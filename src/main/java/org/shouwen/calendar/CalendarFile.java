package org.shouwen.calendar;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.problems.BadInput;

/**
 * A year's calendar as a file that a person can write: a first line {@code # notice number}, a heading {@code
 * date,working,name}, then a line for each day the notice names.
 */
public final class CalendarFile {
    private CalendarFile() {}

    /** @throws BadInput naming the line and what to do */
    public static YearCalendar read(String text) {
        String notice = "";
        List<SpecialDay> days = new ArrayList<>();
        String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
        try (CsvReader<CsvRecord> rows =
                CsvReader.builder().commentStrategy(CommentStrategy.READ).ofCsvRecord(body)) {
            for (CsvRecord row : rows) {
                if (row.isComment()) {
                    if (notice.isEmpty()) notice = row.getField(0).strip();
                } else if (!row.getField(0).strip().equals("date")) {
                    days.add(day(row));
                }
            }
        } catch (java.io.IOException | de.siegmar.fastcsv.reader.CsvParseException e) {
            throw new BadInput("file", "calendar.bad.file");
        }
        return YearCalendar.of(notice, days);
    }

    private static SpecialDay day(CsvRecord row) {
        long line = row.getStartingLineNumber();
        if (row.getFieldCount() < 2) throw new BadInput("file", "calendar.bad.line", line);
        String working = row.getField(1).strip();
        if (!working.equals("true") && !working.equals("false"))
            throw new BadInput("file", "calendar.bad.working", line);
        try {
            LocalDate date = LocalDate.parse(row.getField(0).strip());
            return new SpecialDay(
                    date,
                    working.equals("true"),
                    row.getFieldCount() > 2 ? row.getField(2).strip() : "");
        } catch (DateTimeException e) {
            throw new BadInput("file", "calendar.bad.date", line, row.getField(0));
        }
    }
}
