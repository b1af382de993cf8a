package org.shouwen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.tables.Table.Line;

/**
 * Rows of the table of officers. A name stands once in a unit unless the table itself tells two persons apart: who has
 * moved to another section is moved, who has left is not brought back, who was moved away by a person is not moved back.
 */
final class OfficerRows {
    private final Units units;

    OfficerRows(Units units) {
        this.units = units;
    }

    /** @param id null while a section of that name is still to be made */
    private record Where(@Nullable UUID id, String name) {}

    ImportRun.Planned plan(Line line, ImportRun run) {
        Unit unit = run.named.unit("unit", line.get("unit"));
        if (!unit.active()) throw new BadInput("unit", "directory.import.held.closed", unit.name());
        String name = Text.required("name", line.get("name"), 40);
        Where where = where(unit.id(), line, run);
        String key = unit.id().code() + "\n" + (where == null ? "" : where.name()) + "\n" + name;
        String what = unit.name() + " " + name;
        if (run.repeats("name", key, line)) return ImportRun.Planned.unchanged(what);
        Optional<Officer> there = there(unit.id(), name, where, line, run);
        return there.isEmpty()
                ? put(what, null, new Officer(Units.newId(), unit.id(), null, name, "", "", true), where, line, run)
                : put(what, there.get(), there.get(), where, line, run);
    }

    private ImportRun.Planned put(
            String what, @Nullable Officer before, Officer there, @Nullable Where where, Line line, ImportRun run) {
        List<DirectoryImport.Difference> kept = new ArrayList<>();
        String post = standing(there, "post", there.post(), line, run, kept);
        String phone = standing(there, "phone", there.phone(), line, run, kept);
        String wasIn = sectionName(there, run);
        String isIn = where == null ? wasIn : where.name();
        List<DirectoryImport.Difference> found = new ArrayList<>();
        if (before == null) UnitRows.differ(found, "name", "", there.name());
        UnitRows.differ(found, "section", wasIn, isIn);
        UnitRows.differ(found, "post", there.post(), post);
        UnitRows.differ(found, "phone", there.phone(), phone);
        Runnable act = () -> run.imported(there.unit(), there.id().toString(), found, () -> {
            UUID section = where == null ? there.section() : made(there.unit(), where, run);
            units.putOfficer(new Officer(there.id(), there.unit(), section, there.name(), post, phone, true), run.by);
        });
        return new ImportRun.Planned(what, found, before == null, found.isEmpty() ? null : act, kept);
    }

    /** What the table says, or what stands where a person typed it or the table has no such column. */
    private static String standing(
            Officer there,
            String column,
            String stands,
            Line line,
            ImportRun run,
            List<DirectoryImport.Difference> kept) {
        String asked = Text.optional(column, or(line.cell(column), stands), 40);
        return run.stands(there.unit(), there.id().toString(), column, stands, asked, kept) ? stands : asked;
    }

    private static Optional<Officer> there(UnitId unit, String name, @Nullable Where where, Line line, ImportRun run) {
        List<Officer> all = run.directory.everyOfficer(unit).stream()
                .filter(o -> o.name().equals(name))
                .toList();
        List<Officer> active = all.stream().filter(Officer::active).toList();
        List<Officer> exact = active.stream()
                .filter(o -> where != null && sectionName(o, run).equals(where.name()))
                .toList();
        if (exact.size() == 1) return Optional.of(exact.getFirst());
        boolean left = all.stream()
                .anyMatch(o -> !o.active()
                        && where != null
                        && !where.name().isEmpty()
                        && sectionName(o, run).equals(where.name()));
        if (left) throw new BadInput("name", "directory.import.held.left", name);
        if (active.size() > 1) {
            List<Officer> byPhone = active.stream()
                    .filter(o -> !o.phone().isEmpty() && o.phone().equals(line.get("phone")))
                    .toList();
            if (byPhone.size() == 1) return Optional.of(byPhone.getFirst());
            throw new BadInput("name", "directory.import.several", name);
        }
        if (active.size() == 1) {
            Officer o = active.getFirst();
            if (another(o, line, run)) return Optional.empty();
            moved(o, where, run);
            return Optional.of(o);
        }
        if (!all.isEmpty()) throw new BadInput("name", "directory.import.held.left", name);
        for (UUID once : run.past(unit).onceCalled(name))
            run.directory.officer(once).ifPresent(o -> {
                throw new BadInput("name", "directory.import.held.renamed", name, o.name());
            });
        return Optional.empty();
    }

    /** The same table has this name in the officer's own section too, with another telephone: two persons. */
    private static boolean another(Officer o, Line line, ImportRun run) {
        return run.table.lines().stream()
                .anyMatch(l -> l.line() != line.line()
                        && l.get("unit").equals(line.get("unit"))
                        && l.get("name").equals(line.get("name"))
                        && l.cell("section") != null
                        && l.get("section").equals(sectionName(o, run))
                        && !l.get("phone").equals(line.get("phone")));
    }

    private static void moved(Officer o, @Nullable Where where, ImportRun run) {
        if (where == null || where.name().equals(sectionName(o, run))) return;
        boolean known = where.id() != null || where.name().isEmpty();
        if (known && run.past(o.unit()).onceIn(o.id(), where.id(), o.section()))
            throw new BadInput("section", "directory.import.held.moved", o.name(), sectionName(o, run));
    }

    /** Null when the table has no such column; a section that was renamed is found by its old name too. */
    private static @Nullable Where where(UnitId unit, Line line, ImportRun run) {
        String typed = line.cell("section");
        if (typed == null) return null;
        String name = Text.optional("section", typed, 60);
        if (name.isEmpty()) return new Where(null, "");
        List<Section> sections = run.directory.sections(unit);
        for (Section s : sections) if (s.name().equals(name)) return new Where(s.id(), name);
        UnitPast past = run.past(unit);
        for (Section s : sections)
            if (past.sectionsOnceCalled(name).contains(s.id())) return new Where(s.id(), s.name());
        past.sectionRemoved(name).ifPresent(on -> {
            throw new BadInput("section", "directory.import.held.section", name, on.toString());
        });
        return new Where(null, name);
    }

    private @Nullable UUID made(UnitId unit, Where where, ImportRun run) {
        if (where.id() != null || where.name().isEmpty()) return where.id();
        return run.directory.sections(unit).stream()
                .filter(s -> s.name().equals(where.name()))
                .findFirst()
                .orElseGet(() -> units.addSection(unit, where.name(), run.by))
                .id();
    }

    private static String sectionName(Officer o, ImportRun run) {
        UUID section = o.section();
        return section == null
                ? ""
                : run.directory.section(section).map(Section::name).orElse("");
    }

    private static String or(@Nullable String cell, String there) {
        return Objects.requireNonNullElse(cell, there);
    }
}
