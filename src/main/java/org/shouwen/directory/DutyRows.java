package org.shouwen.directory;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.shouwen.problems.BadInput;
import org.shouwen.tables.Table.Line;

/** Rows of the duty list. A line that a person removed, or that a duty ruling 确责 gave to another, is not brought back. */
final class DutyRows {
    private final Units units;

    DutyRows(Units units) {
        this.units = units;
    }

    ImportRun.Planned plan(Line line, ImportRun run) {
        MatterClass matter = run.named.matterClass(line.get("matter_class"));
        String typed = line.get("place");
        Place place = typed.isEmpty() || typed.equals("全市") ? null : run.named.place(typed);
        Unit unit = run.named.unit("unit", line.get("unit"));
        DutyEntry entry = new DutyEntry(matter.code(), place == null ? null : place.code(), unit.id());
        String what = matter.fullName() + " · " + (place == null ? "全市" : place.fullName()) + " · " + unit.name();
        if (run.duties.contains(entry)) return ImportRun.Planned.unchanged(what);
        held(entry, unit, run);
        return new ImportRun.Planned(
                what,
                List.of(new DirectoryImport.Difference("unit", "", unit.name())),
                true,
                () -> units.addDuty(entry, run.by));
    }

    private static void held(DutyEntry entry, Unit unit, ImportRun run) {
        if (!unit.active()) throw new BadInput("unit", "directory.import.held.closed", unit.name());
        for (DutyEntry other : run.duties) {
            boolean same =
                    other.matterClass().equals(entry.matterClass()) && Objects.equals(other.place(), entry.place());
            Optional<String> ruling = same ? run.past(other.unit()).ruled(other) : Optional.empty();
            if (ruling.isPresent())
                throw new BadInput(
                        "unit", "directory.import.held.ruled", ruling.get(), run.directory.name(other.unit()));
        }
        run.past(entry.unit()).removed(entry).ifPresent(on -> {
            throw new BadInput("unit", "directory.import.held.removed", on.toString());
        });
    }
}
