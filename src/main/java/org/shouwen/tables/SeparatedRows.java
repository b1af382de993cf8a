package org.shouwen.tables;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Text with commas, tabs or semicolons between the cells; places are those of the physical line a row begins in. */
final class SeparatedRows {
    private static final List<Character> SEPARATORS = List.of(',', '\t', ';');
    private static final int LOOKED_AT = 50;

    private SeparatedRows() {}

    static List<Row> of(byte[] file) throws IOException {
        String text = TextLines.of(file).stream().map(TextLines.Line::text).collect(Collectors.joining("\n"));
        List<Row> best = List.of();
        long most = -1;
        for (char separator : SEPARATORS) {
            List<Row> rows = parsed(text, separator);
            long score = score(rows);
            if (score > most) {
                best = rows;
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

    private static List<Row> parsed(String text, char separator) throws IOException {
        List<Row> rows = new ArrayList<>();
        try (CsvReader<CsvRecord> reader =
                CsvReader.builder()
                .fieldSeparator(separator)
                .allowMissingFields(true)
                .allowExtraFields(true)
                .allowExtraCharsAfterClosingQuote(true)
                .ofCsvRecord(text)) {
            for (CsvRecord r : reader) {
                List<String> cells = List.copyOf(r.getFields());
                rows.add(new Row(
                        (int) r.getStartingLineNumber(), cells, cells.stream().anyMatch(TextLines::damaged)));
                if (rows.size() > TableReader.MOST_ROWS + 100) break;
            }
        }
        return rows;
    }
}
