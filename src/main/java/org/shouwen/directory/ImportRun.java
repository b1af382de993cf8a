package org.shouwen.directory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Table;

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

    /** Whether also what a person typed is changed. */
    final boolean overTyped;

    private final UnitHistories histories;
    private final Map<UnitId, UnitPast> pasts = new HashMap<>();
    private final Map<String, Table.Line> seen = new HashMap<>();

    ImportRun(Directory directory, UnitHistories histories, Table table, ImportWish wish, Actor by) {
        this.directory = directory;
        this.histories = histories;
        this.table = table;
        this.dryRun = wish.dryRun();
        this.overTyped = wish.overTyped();
        this.by = by;
        named = new NamedThings(directory, this::once);
        duties = new HashSet<>(directory.duties());
    }

    private List<Unit> once(String name) {
        return directory.units().stream()
                .filter(u -> past(u.id()).onceNamed(name))
                .toList();
    }

    UnitPast past(UnitId unit) {
        return pasts.computeIfAbsent(unit, histories::past);
    }

    /**
     * Whether what a person typed stands against the table; what the table would have made of it is noted.
     *
     * @param of {@link TypedFields#UNIT}, or an officer's id
     */
    boolean stands(
            UnitId unit, String of, String column, String there, String asked, List<DirectoryImport.Difference> kept) {
        if (overTyped || there.equals(asked) || !past(unit).typed(of, column)) return false;
        kept.add(new DirectoryImport.Difference(column, there, asked));
        return true;
    }

    /** Makes a planned change of a unit or an officer, so that a later import knows it for an import's. */
    void imported(UnitId unit, String of, List<DirectoryImport.Difference> found, Runnable change) {
        List<String> fields =
                found.stream().map(d -> UnitPast.field(d.column())).toList();
        histories.imported(unit, of, fields, by, change);
    }

    /**
     * What a row would do.
     *
     * @param act does it; null when the row says what is there already
     * @param kept what the row says otherwise than a person typed, which stands
     */
    record Planned(
            String what,
            List<DirectoryImport.Difference> differences,
            boolean added,
            @Nullable Runnable act,
            List<DirectoryImport.Difference> kept) {
        Planned(String what, List<DirectoryImport.Difference> differences, boolean added, @Nullable Runnable act) {
            this(what, differences, added, act, List.of());
        }

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
