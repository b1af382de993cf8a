package org.shouwen.channels.boards;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Table;
import tools.jackson.databind.json.JsonMapper;

/**
 * A row of a board's table as a text that a person reads and puts right: JSON with the source's own headings and, where
 * cells may have moved, a field that has to be taken out once they were looked at. The same row of another file is the same text.
 */
final class RowText {
    /** While it stands there the cells may belong to other headings. */
    private static final String MOVED = "列可能错位，核对后请删去这一项";

    /** The page for putting it right shows no more; the table has all. */
    private static final int MOST = NewAppeal.CONTENT + 500;

    private final BoardSource source;
    private final JsonMapper json;

    RowText(BoardSource source, JsonMapper json) {
        this.source = source;
        this.json = json;
    }

    String write(Table.Line line) {
        Map<String, Object> all = new LinkedHashMap<>();
        BadInput.Field problem = line.problem();
        if (problem != null) all.put(MOVED, problem.key());
        source.inOrder(line.cells().keySet()).forEach(column -> all.put(source.heading(column), cut(line.get(column))));
        return json.writerWithDefaultPrettyPrinter().writeValueAsString(all);
    }

    /**
     * @throws tools.jackson.core.JacksonException when it is no such text
     * @throws BadInput naming {@code file} while the cells have not been looked at
     */
    Table.Line read(String text) {
        Map<?, ?> all = json.readValue(text, Map.class);
        if (all.containsKey(MOVED)) throw new BadInput("file", "tables.too-many-cells");
        return cells(all);
    }

    /** The same, whether or not cells may have moved. */
    Table.Line anyhow(String text) {
        return cells(json.readValue(text, Map.class));
    }

    private Table.Line cells(Map<?, ?> all) {
        Map<String, String> cells = new HashMap<>();
        source.columns().forEach((column, names) -> {
            for (String name : names)
                if (all.get(name) != null) cells.put(column, all.get(name).toString());
        });
        return new Table.Line(0, cells, null);
    }

    /** A text longer than any that is taken still is when it was cut: a person shortens it. */
    private static String cut(String cell) {
        return cell.length() <= MOST ? cell : cell.substring(0, MOST) + "…";
    }
}
