package org.shouwen.tables;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.problems.BadInput;

/**
 * Reads a table as offices keep it: xlsx or xls, or text with commas, tabs or semicolons between the cells in UTF-8,
 * GB18030 or UTF-16 (Excel's "Unicode text"). What the file is comes from what is inside it, never from its name. Whole
 * numbers come as whole numbers, dates as 2027-01-01, what is true or false as TRUE or FALSE.
 */
public final class TableReader {
    static final int MOST_ROWS = 20_000;

    private TableReader() {}

    /** @throws BadInput when it is no table, too long, or has not the columns it must have */
    public static Table read(byte[] file, Columns columns) {
        return table(file, columns, List.of());
    }

    /**
     * {@link #read} of a table that may have no headings.
     *
     * @param without codes of the columns when the first row that is no remark is not one of headings
     */
    public static Table table(byte[] file, Columns columns, List<String> without) {
        try {
            if (starts(file, 'P', 'K')) return first(SheetRows.xlsx(file), columns, without);
            if (starts(file, 0xD0, 0xCF, 0x11, 0xE0)) return first(SheetRows.xls(file), columns, without);
            if (starts(file, '<') || pictureOrPaper(file)) throw new BadInput("file", "tables.unreadable");
            return of(SeparatedRows.of(file), columns, without, false);
        } catch (IOException | RuntimeException e) {
            if (e instanceof BadInput bad) throw bad;
            throw new BadInput("file", "tables.unreadable");
        }
    }

    /** A table that was typed or pasted. */
    public static Table text(String text, Columns columns, List<String> without) {
        return table(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8), columns, without);
    }

    /**
     * The one sheet with the headings; where none has them, what is wrong with the first.
     *
     * @throws BadInput also when several have them and rows below: none is left out in silence
     */
    private static Table first(List<SheetRows.Named> sheets, Columns columns, List<String> without) {
        BadInput wrong = null;
        Table found = null;
        List<String> names = new ArrayList<>();
        for (SheetRows.Named sheet : sheets) {
            try {
                Table table = of(sheet.rows(), columns, without, true);
                if (found == null || found.lines().isEmpty()) found = table;
                if (!table.lines().isEmpty()) names.add(sheet.name());
            } catch (BadInput e) {
                if (wrong == null) wrong = e;
            }
        }
        if (names.size() > 1) throw new BadInput("file", "tables.several-sheets", String.join("、", names));
        if (found != null) return found;
        throw wrong == null ? new BadInput("file", "tables.empty") : wrong;
    }

    private static Table of(List<Row> rows, Columns columns, List<String> without, boolean sheet) {
        List<Row> filled = rows.stream().filter(r -> !r.blank()).toList();
        if (filled.isEmpty()) throw new BadInput("file", "tables.empty");
        if (filled.size() > MOST_ROWS) throw new BadInput("file", "tables.too-long", MOST_ROWS);
        try {
            return Table.of(filled, columns, sheet);
        } catch (BadInput e) {
            if (without.isEmpty()) throw e;
            List<Row> named = new ArrayList<>(filled);
            named.addFirst(new Row(0, without, false));
            return Table.of(named, columns, sheet);
        }
    }

    /** A photo or a scan of a table is none, whatever the file is called. */
    private static boolean pictureOrPaper(byte[] file) {
        return starts(file, 0xFF, 0xD8, 0xFF)
                || starts(file, 0x89, 'P', 'N', 'G')
                || starts(file, 'G', 'I', 'F', '8')
                || starts(file, '%', 'P', 'D', 'F')
                || starts(file, '{', '\\', 'r', 't', 'f');
    }

    private static boolean starts(byte[] file, int... mark) {
        if (file.length < mark.length) return false;
        for (int i = 0; i < mark.length; i++) if ((file[i] & 0xFF) != mark[i]) return false;
        return true;
    }
}
