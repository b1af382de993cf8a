package org.shouwen.tables;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text with commas, tabs, semicolons, upright strokes or full-width commas between the cells; places are those of the physical line a row begins in. */
final class SeparatedRows {
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';', '|', '，');
    private static final int LOOKED_AT = 50;

    /** So many lines a cell in quotes may have. */
    private static final int MOST_LINES = 50;

    private SeparatedRows() {}

    static List<Row> of(byte[] file) throws IOException {
        List<String> lines =
                TextLines.of(file).stream().map(TextLines.Line::text).toList();
        List<Row> best = List.of();
        long most = -1;
        for (char separator : SEPARATORS) {
            List<Row> rows = parsed(lines, separator);
            long score = score(rows);
            if (score > most) {
                best = rows;
                most = score;
            }
        }
        return best;
    }

    /** What parts the cells of these lines. */
    static char separator(List<String> lines) {
        char best = ',';
        long most = -1;
        for (char separator : SEPARATORS) {
            long score = score(parsed(lines, separator));
            if (score > most) {
                best = separator;
                most = score;
            }
        }
        return best;
    }

    /** How many cells stand in rows that agree about their number. */
    private static long score(List<Row> rows) {
        return rows.stream()
                .limit(LOOKED_AT)
                .map(r -> r.cells().size())
                .filter(n -> n > 1)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()))
                .entrySet()
                .stream()
                .mapToLong((Map.Entry<Integer, Long> e) -> e.getKey() * e.getValue())
                .max()
                .orElse(0);
    }

    private static List<Row> parsed(List<String> lines, char separator) {
        CsvReader.CsvReaderBuilder reader =
                CsvReader.builder().fieldSeparator(separator).allowUnclosedQuote(false);
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lines.size() && rows.size() < TableReader.MOST_ROWS + 100; ) {
            if (lines.get(i).isBlank()) i++;
            else i += row(lines, i, reader, rows);
        }
        return rows;
    }

    /**
     * Adds the row that begins in a line, taking lines on while a quote is open. One that is never closed costs its own line
     * and not the rest of the file.
     *
     * @return how many lines it has
     */
    private static int row(List<String> lines, int at, CsvReader.CsvReaderBuilder reader, List<Row> rows) {
        String text = lines.get(at);
        int most = text.indexOf('"') < 0 ? 1 : Math.min(MOST_LINES, lines.size() - at);
        for (int n = 1; n <= most; n++) {
            if (n > 1) text += "\n" + lines.get(at + n - 1);
            List<String> cells = cells(text, reader);
            if (cells.isEmpty()) continue;
            rows.add(new Row(at + 1, cells, cells.stream().anyMatch(TextLines::damaged)));
            return n;
        }
        rows.add(new Row(at + 1, List.of(lines.get(at)), true));
        return 1;
    }

    /** Empty while a quote is open, or when what follows one makes no row. */
    static List<String> cells(String text, CsvReader.CsvReaderBuilder reader) {
        try {
            return List.copyOf(reader.ofSingleCsvRecord(text).getFields());
        } catch (CsvParseException e) {
            return List.of();
        }
    }
}
