package org.shouwen.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Table;
import tools.jackson.databind.json.JsonMapper;

/** One import: what its rows share, and what of the units' past it has looked at. */
final class ImportRun {
    final Directory directory;
    final NamedThings named;
    final Table table;
    final Actor by;
    final boolean dryRun;
    final Set<DutyEntry> duties;

    /** Units that a dry run would have made by now, for rows below that name them. */
    final Set<UnitId> toBe = new HashSet<>();

    private final History history;
    private final JsonMapper json;
    private final Map<UnitId, UnitPast> pasts = new HashMap<>();
    private final Map<String, Table.Line> seen = new HashMap<>();

    ImportRun(Directory directory, History history, JsonMapper json, Table table, boolean dryRun, Actor by) {
        this.directory = directory;
        this.history = history;
        this.json = json;
        this.table = table;
        this.dryRun = dryRun;
        this.by = by;
        named = new NamedThings(directory);
        duties = new HashSet<>(directory.duties());
    }

    UnitPast past(UnitId unit) {
        return pasts.computeIfAbsent(unit, u -> UnitPast.of(history.of(Subject.of("unit", u.code())), json));
    }

    /**
     * What a row would do.
     *
     * @param act does it; null when the row says what is there already
     */
    record Planned(
            String what,
            List<DirectoryImport.Difference> differences,
            boolean added,
            @Nullable Runnable act) {
        static Planned unchanged(String what) {
            return new Planned(what, List.of(), false, null);
        }
    }

    /**
     * Whether an earlier row said the same of the same thing.
     *
     * @throws BadInput when it said something else of it
     */
    boolean repeats(String field, String key, Table.Line line) {
        Table.Line earlier = seen.putIfAbsent(key, line);
        if (earlier == null) return false;
        if (!earlier.cells().equals(line.cells())) throw new BadInput(field, "directory.import.twice", earlier.line());
        return true;
    }
}
