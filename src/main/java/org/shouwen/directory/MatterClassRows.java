package org.shouwen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Table;
import org.shouwen.tables.Table.Line;

/** Rows of the table of classes of matter, in two levels; the lower one carries the class of limit of the edition. */
final class MatterClassRows {
    private final CityLists lists;

    /** What earlier rows of this table put, or in a dry run would have put, by code and by name. */
    private final Map<String, MatterClass> put = new HashMap<>();

    MatterClassRows(CityLists lists) {
        this.lists = lists;
    }

    /** Upper classes first, however the file is sorted; the line numbers stay those of the file. */
    static Table ordered(Table table) {
        List<Line> lines = new ArrayList<>(table.lines());
        lines.sort(Comparator.comparing((Line l) -> !l.get("parent").isEmpty()));
        return table.with(lines);
    }

    ImportRun.Planned plan(Line line, ImportRun run) {
        String code = line.get("code");
        if (code.isEmpty()) throw new BadInput("code", "problems.field.missing");
        if (run.repeats("code", code, line)) return ImportRun.Planned.unchanged(code);
        MatterClass there = run.directory.matterClass(code).orElse(null);
        String name = there != null && line.cell("name") == null ? there.name() : line.get("name");
        MatterClass parent = parent(line, there, run);
        if (parent != null && (parent.parent() != null || parent.code().equals(code)))
            throw new BadInput("parent", "directory.import.class.above", parent.name());
        MatterClass next = CityLists.checked(
                new MatterClass(code, name, name, parent == null ? null : parent.code(), limit(line, there)));
        if (next.parent() == null && next.limitClass() != null)
            throw new BadInput("limitClass", "directory.import.class.limit");
        put.put(code, next);
        put.putIfAbsent(next.name(), next);
        List<DirectoryImport.Difference> found = new ArrayList<>();
        UnitRows.differ(found, "name", there == null ? "" : there.name(), next.name());
        UnitRows.differ(found, "parent", there == null ? "" : or(there.parent()), or(next.parent()));
        UnitRows.differ(found, "limit_class", there == null ? "" : or(there.limitClass()), or(next.limitClass()));
        String what = next.name() + " " + code;
        return found.isEmpty()
                ? ImportRun.Planned.unchanged(what)
                : new ImportRun.Planned(what, found, there == null, () -> lists.put(next, run.by));
    }

    private static String or(@Nullable String value) {
        return value == null ? "" : value;
    }

    private @Nullable MatterClass parent(Line line, @Nullable MatterClass there, ImportRun run) {
        String typed = line.cell("parent");
        if (typed == null)
            return there == null
                    ? null
                    : run.directory.matterClass(there.parent()).orElse(null);
        if (typed.isEmpty()) return null;
        MatterClass earlier = put.get(typed);
        return earlier != null ? earlier : run.named.matterClass("parent", typed);
    }

    private @Nullable String limit(Line line, @Nullable MatterClass there) {
        String typed = line.cell("limit_class");
        if (typed == null) return there == null ? null : there.limitClass();
        if (typed.isEmpty()) return null;
        return lists.limitClass(typed).orElseThrow(() -> new BadInput("limitClass", "problems.field.unknown", typed));
    }
}
