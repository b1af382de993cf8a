package org.shouwen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Table.Line;

/** Rows of the table of units. A closed unit is not changed by an import and never opened again by one. */
final class UnitRows {
    private final Units units;

    UnitRows(Units units) {
        this.units = units;
    }

    ImportRun.Planned plan(Line line, ImportRun run) {
        Optional<Unit> there = there(line, run);
        String code = there.map(u -> u.id().code()).orElseGet(() -> line.get("code"));
        if (code.isEmpty()) throw new BadInput("code", "problems.field.missing");
        if (run.repeats("code", code, line)) return ImportRun.Planned.unchanged(code);
        return there.isPresent() ? change(there.get(), line, run) : create(code, line, run);
    }

    /** By its code; by its name in a table that has no column of codes. */
    private static Optional<Unit> there(Line line, ImportRun run) {
        if (line.cell("code") != null)
            return run.directory.unit(new UnitId(line.get("code").toLowerCase(Locale.ROOT)));
        return run.directory.units().stream()
                .filter(u -> u.name().equals(line.get("name")))
                .findFirst();
    }

    private ImportRun.Planned create(String code, Line line, ImportRun run) {
        UnitId parent = parent(line, null, run);
        boolean parentInFile = parent != null && run.directory.unit(parent).isEmpty();
        Unit typed = new Unit(
                new UnitId(code),
                line.get("name"),
                NamedThings.kind(line.get("kind")),
                line.get("head"),
                line.get("leader_in_charge"),
                line.get("desk"),
                line.get("phone"),
                true,
                parentInFile ? null : parent,
                0);
        Unit checked = UnitCheck.checked(typed, run.directory);
        boolean named = run.directory.units().stream().anyMatch(u -> u.name().equals(checked.name()));
        if (run.repeats("name", "name " + checked.name(), line) || named)
            throw new BadInput("code", "directory.bad.unit-exists");
        if (run.dryRun) run.toBe.add(checked.id());
        List<DirectoryImport.Difference> found = differences(null, checked);
        if (parent != null && parentInFile) differ(found, "parent", "", parent.code());
        return new ImportRun.Planned(
                shown(checked),
                found,
                true,
                () -> run.imported(checked.id(), TypedFields.UNIT, found, () -> units.create(checked, run.by)));
    }

    private ImportRun.Planned change(Unit u, Line line, ImportRun run) {
        String kind = line.cell("kind");
        Unit asked = UnitCheck.checked(
                new Unit(
                        u.id(),
                        or(line.cell("name"), u.name()),
                        kind == null ? u.kind() : NamedThings.kind(kind),
                        or(line.cell("head"), u.head()),
                        or(line.cell("leader_in_charge"), u.leaderInCharge()),
                        or(line.cell("desk"), u.desk()),
                        or(line.cell("phone"), u.phone()),
                        u.active(),
                        parent(line, u.parent(), run),
                        u.version()),
                run.directory);
        if (asked.equals(u)) return ImportRun.Planned.unchanged(shown(u));
        if (!u.active()) throw new BadInput("code", "directory.import.held.closed", u.name());
        List<DirectoryImport.Difference> kept = new ArrayList<>();
        Unit next = standing(u, asked, run, kept);
        List<DirectoryImport.Difference> found = differences(u, next);
        Runnable act = () -> run.imported(u.id(), TypedFields.UNIT, found, () -> units.change(next, run.by));
        return new ImportRun.Planned(shown(u), found, false, found.isEmpty() ? null : act, kept);
    }

    /** The unit as the table asks for it, but for what a person typed. */
    private static Unit standing(Unit u, Unit asked, ImportRun run, List<DirectoryImport.Difference> kept) {
        return new Unit(
                u.id(),
                text(u, "name", u.name(), asked.name(), run, kept),
                stands(u, "kind", u.kind().name(), asked.kind().name(), run, kept) ? u.kind() : asked.kind(),
                text(u, "head", u.head(), asked.head(), run, kept),
                text(u, "leader_in_charge", u.leaderInCharge(), asked.leaderInCharge(), run, kept),
                text(u, "desk", u.desk(), asked.desk(), run, kept),
                text(u, "phone", u.phone(), asked.phone(), run, kept),
                u.active(),
                stands(u, "parent", code(u), code(asked), run, kept) ? u.parent() : asked.parent(),
                u.version());
    }

    private static String text(
            Unit u, String column, String there, String asked, ImportRun run, List<DirectoryImport.Difference> kept) {
        return stands(u, column, there, asked, run, kept) ? there : asked;
    }

    private static boolean stands(
            Unit u, String column, String there, String asked, ImportRun run, List<DirectoryImport.Difference> kept) {
        return run.stands(u.id(), TypedFields.UNIT, column, there, asked, kept);
    }

    private static @Nullable UnitId parent(Line line, @Nullable UnitId there, ImportRun run) {
        String typed = line.cell("parent");
        if (typed == null) return there;
        if (typed.isEmpty()) return null;
        UnitId id = new UnitId(typed);
        return run.toBe.contains(id) ? id : run.named.unit("parent", typed).id();
    }

    private static String or(@Nullable String cell, String there) {
        return cell == null ? there : cell;
    }

    private static String shown(Unit u) {
        return u.name() + " " + u.id().code();
    }

    private static List<DirectoryImport.Difference> differences(@Nullable Unit before, Unit after) {
        List<DirectoryImport.Difference> found = new ArrayList<>();
        differ(found, "name", before == null ? "" : before.name(), after.name());
        differ(
                found,
                "kind",
                before == null ? "" : before.kind().name(),
                after.kind().name());
        differ(found, "head", before == null ? "" : before.head(), after.head());
        differ(found, "leader_in_charge", before == null ? "" : before.leaderInCharge(), after.leaderInCharge());
        differ(found, "desk", before == null ? "" : before.desk(), after.desk());
        differ(found, "phone", before == null ? "" : before.phone(), after.phone());
        differ(found, "parent", code(before), code(after));
        return found;
    }

    static void differ(List<DirectoryImport.Difference> found, String column, String before, String after) {
        if (!Objects.equals(before, after)) found.add(new DirectoryImport.Difference(column, before, after));
    }

    private static String code(@Nullable Unit unit) {
        UnitId parent = unit == null ? null : unit.parent();
        return parent == null ? "" : parent.code();
    }
}
