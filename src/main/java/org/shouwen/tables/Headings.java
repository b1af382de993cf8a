package org.shouwen.tables;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.shouwen.problems.BadInput;

/**
 * Where the headings of a table stand and which column is which.
 *
 * @param row index of the row that holds them; what stands above is a title
 * @param codes by the column's index
 * @param unknown headings that no column has, as they stand in the file
 * @param doubled headings of columns that another heading before them names already; they are not read
 */
record Headings(int row, Map<Integer, String> codes, List<String> unknown, List<String> doubled) {
    /** So many rows may stand above the headings. */
    private static final int TITLES = 20;

    /** @throws BadInput naming once what is missing and which headings are not known */
    static Headings find(List<Row> rows, Columns columns) {
        Headings best = new Headings(0, Map.of(), List.of(), List.of());
        for (int i = 0; i < Math.min(TITLES, rows.size()); i++) {
            Headings found = at(i, rows.get(i), columns);
            if (found.missing(columns).isEmpty()) return found;
            if (i == 0 || found.codes.size() > best.codes.size()) best = found;
        }
        String missing = String.join("、", best.missing(columns));
        if (best.codes.isEmpty()) throw new BadInput("file", "tables.no-headings", missing);
        throw new BadInput("file", "tables.headings", missing, String.join("、", best.unknown), best.unknown.size());
    }

    private static Headings at(int row, Row cells, Columns columns) {
        Map<Integer, String> codes = new LinkedHashMap<>();
        List<String> unknown = new ArrayList<>();
        List<String> doubled = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (int c = 0; c < cells.cells().size(); c++) {
            String heading = cells.cells().get(c).strip();
            if (heading.isEmpty()) continue;
            String code = columns.code(heading).orElse("");
            if (!code.isEmpty() && taken.add(code)) codes.put(c, code);
            else (code.isEmpty() ? unknown : doubled).add(heading);
        }
        return new Headings(row, codes, unknown, doubled);
    }

    private List<String> missing(Columns columns) {
        return columns.required().stream()
                .filter(group -> group.stream().noneMatch(codes::containsValue))
                .map(columns::shown)
                .toList();
    }

    /** Whether a row says the headings once more, as printed pages do. */
    boolean again(Row row, Row headings) {
        return codes.keySet().stream()
                .allMatch(c -> c < row.cells().size()
                        && row.cells()
                                .get(c)
                                .strip()
                                .equals(headings.cells().get(c).strip()));
    }

    /** As it is compared: half width, small letters, without brackets, stars, colons and blanks of any kind at its ends. */
    static String plain(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\([^)]*\\)", "")
                .replaceAll("[\\u200B-\\u200D\\u2060\\uFEFF]", "")
                .replaceAll("^[\\s\\p{Z}*]+|[\\s\\p{Z}*:]+$", "")
                .replaceAll("(?<=\\p{IsHan})\\s+(?=\\p{IsHan})", "")
                .toLowerCase(Locale.ROOT);
    }
}
