package org.shouwen.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Makes rows of lines as they come; a cell in quotes may go over several. One that is never closed costs its own line only. */
final class SeparatedLines {
    private static final int MOST_LINES = 50;

    /** Takes row after row. */
    @FunctionalInterface
    interface Taker {
        void take(Row row) throws IOException;
    }

    private final CsvReader.CsvReaderBuilder reader;
    private final Taker taker;
    private final List<TextLines.Line> open = new ArrayList<>();

    SeparatedLines(CsvReader.CsvReaderBuilder reader, Taker taker) {
        this.reader = reader;
        this.taker = taker;
    }

    void line(TextLines.Line line) throws IOException {
        if (open.isEmpty() && line.text().isBlank()) return;
        open.add(line);
        String text = String.join("\n", open.stream().map(TextLines.Line::text).toList());
        List<String> cells = SeparatedRows.cells(text, reader);
        if (!cells.isEmpty()) {
            taker.take(new Row(open.getFirst().number(), cells, cells.stream().anyMatch(TextLines::damaged)));
            open.clear();
        } else if (open.size() >= MOST_LINES || text.indexOf('"') < 0) giveUp();
    }

    void end() throws IOException {
        while (!open.isEmpty()) giveUp();
    }

    private void giveUp() throws IOException {
        List<TextLines.Line> again = new ArrayList<>(open.subList(1, open.size()));
        TextLines.Line lost = open.getFirst();
        open.clear();
        taker.take(new Row(lost.number(), List.of(lost.text()), true));
        for (TextLines.Line l : again) line(l);
    }
}
