package org.shouwen.tables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;

/**
 * What was read from a table.
 *
 * @param above what stands above the headings: titles and remarks, each row as one text
 * @param unknown headings that are not known, as they stand in the file; said before anything else
 * @param doubled headings of a column that stands further left already; only that one was read
 */
public record Table(List<String> above, List<String> unknown, List<String> doubled, List<Line> lines) {
    /**
     * A row by its columns' codes.
     *
     * @param line where a person finds it in the file, from 1
     * @param problem why it can not be used; null when it can
     */
    public record Line(int line, Map<String, String> cells, BadInput.@Nullable Field problem) {
        /** The cell, without blanks of any kind around; null when the table, or this row of a text file, has no such column: absent is not empty. */
        public @Nullable String cell(String column) {
            String cell = cells.get(column);
            return cell == null ? null : bare(cell);
        }

        /** The cell, trimmed; empty when it is empty or absent. */
        public String get(String column) {
            return bare(cells.getOrDefault(column, ""));
        }

        private Line inOneLine(Set<String> names) {
            Map<String, String> flat = new HashMap<>(cells);
            flat.replaceAll((column, cell) -> {
                String one = cell.replaceAll("[\\s\\p{Z}]*[\\r\\n]+[\\s\\p{Z}]*", " ");
                return names.contains(column) ? one.replaceAll("(?<=\\p{IsHan})[\\s\\p{Z}]+(?=\\p{IsHan})", "") : one;
            });
            return new Line(line, flat, problem);
        }

        /** Web pages and chat programs leave hard spaces around and characters without width within. */
        private static String bare(String cell) {
            return cell.replaceAll("[\\u200B-\\u200D\\u2060\\uFEFF]", "").replaceAll("^[\\s\\p{Z}]+|[\\s\\p{Z}]+$", "");
        }
    }

    /**
     * Without what only lays a page out: line breaks within cells, and blanks that pad the Chinese names in some columns
     * to one width (王　芳).
     *
     * @param names codes of the columns that hold names
     */
    public Table inOneLine(Set<String> names) {
        return with(lines.stream().map(l -> l.inOneLine(names)).toList());
    }

    /** The same table with other lines, or with its own in another order. */
    public Table with(List<Line> others) {
        return new Table(above, unknown, doubled, others);
    }

    /** @param sheet whether cells at the end of a row that are not there are empty ones */
    static Table of(List<Row> rows, Columns columns, boolean sheet) {
        Headings headings = Headings.find(rows, columns);
        List<String> above = new ArrayList<>();
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (i < headings.row() || row.remark()) above.add(text(row));
            else if (i > headings.row() && !row.blank() && !headings.again(row, rows.get(headings.row())))
                lines.add(line(row, headings, sheet));
        }
        return new Table(above, headings.unknown(), headings.doubled(), lines);
    }

    private static String text(Row row) {
        return String.join(",", row.cells().stream().filter(c -> !c.isBlank()).toList())
                .strip();
    }

    static Line line(Row row, Headings headings, boolean sheet) {
        Map<String, String> cells = new HashMap<>();
        int width = 0;
        for (Map.Entry<Integer, String> heading : headings.codes().entrySet()) {
            int c = heading.getKey();
            width = Math.max(width, c + 1);
            if (c < row.cells().size())
                cells.put(heading.getValue(), row.cells().get(c));
            else if (sheet) cells.put(heading.getValue(), "");
        }
        BadInput.Field problem = null;
        if (row.damaged()) problem = new BadInput.Field("file", "tables.damaged");
        else if (!sheet
                && over(
                        row,
                        Math.max(
                                width,
                                headings.codes().size()
                                        + headings.unknown().size()
                                        + headings.doubled().size())))
            problem = new BadInput.Field("file", "tables.too-many-cells");
        return new Line(row.line(), cells, problem);
    }

    /** A comma that was not quoted moves all that follows one column on. */
    private static boolean over(Row row, int width) {
        return row.cells().stream().skip(width).anyMatch(c -> !c.isBlank());
    }
}
