package org.shouwen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.springframework.stereotype.Service;

/** Units and duties from a table; good rows are taken, the others come back with the reason. A second run changes nothing. */
@Service
public class DirectoryImport {
    private final Directory directory;
    private final Units units;

    DirectoryImport(Directory directory, Units units) {
        this.directory = directory;
        this.units = units;
    }

    /** @param line of the file, from 1; {@code problem} what to do about it */
    public record RefusedRow(int line, BadInput.Field problem) {}

    public record Report(int added, int changed, int unchanged, List<RefusedRow> refused) {}

    /** The columns of the table of units, officers or duties. */
    public static List<String> columns(String what) {
        return switch (what) {
            case "units" -> List.of("code", "name", "kind", "head", "leader_in_charge", "desk", "phone", "parent");
            case "officers" -> List.of("unit", "section", "name", "post", "phone");
            case "duties" -> List.of("matter_class", "place", "unit");
            default -> throw new NotFound("table", what);
        };
    }

    /**
     * Columns code, name, kind (COUNTY, BUREAU, UTILITY), head, leader_in_charge, desk, phone, parent (code of the unit
     * above; may be missing).
     *
     * @throws BadInput when the file itself can't be read
     */
    public Report units(byte[] file, Actor by) {
        return each(TableFile.read(file), line -> {
            Unit unit = unit(line);
            Optional<Unit> there = directory.unit(unit.id());
            if (there.isEmpty()) {
                units.create(unit, by);
                return 1;
            }
            Unit u = there.get();
            Unit next = new Unit(
                    u.id(),
                    unit.name(),
                    unit.kind(),
                    unit.head(),
                    unit.leaderInCharge(),
                    unit.desk(),
                    unit.phone(),
                    u.active(),
                    unit.parent(),
                    u.version());
            if (next.equals(u)) return 0;
            units.change(next, by);
            return 2;
        });
    }

    /** Columns matter_class, place (empty: anywhere), unit; by their codes. */
    public Report duties(byte[] file, Actor by) {
        return each(TableFile.read(file), line -> {
            String matterClass = line.get("matter_class");
            String place = line.get("place");
            UnitId unit = new UnitId(line.get("unit"));
            return units.addDuty(new DutyEntry(matterClass, place.isEmpty() ? null : place, unit), by) ? 1 : 0;
        });
    }

    /** Columns unit, section (made where it is missing), name, post, phone; one name once in a section. */
    public Report officers(byte[] file, Actor by) {
        return each(TableFile.read(file), line -> {
            UnitId unit = new UnitId(line.get("unit"));
            if (directory.unit(unit).isEmpty()) throw new BadInput("unit", "problems.field.unknown", unit.code());
            UUID section = line.get("section").isEmpty() ? null : section(unit, line.get("section"), by);
            Officer next = new Officer(
                    Units.newId(), unit, section, line.get("name"), line.get("post"), line.get("phone"), true);
            Optional<Officer> there = directory.officers(unit).stream()
                    .filter(o -> o.name().equals(next.name()) && Objects.equals(o.section(), section))
                    .findFirst();
            if (there.isEmpty()) {
                units.putOfficer(next, by);
                return 1;
            }
            Officer o = there.get();
            if (o.post().equals(next.post()) && o.phone().equals(next.phone())) return 0;
            units.putOfficer(new Officer(o.id(), unit, section, o.name(), next.post(), next.phone(), true), by);
            return 2;
        });
    }

    private UUID section(UnitId unit, String name, Actor by) {
        return directory.sections(unit).stream()
                .filter(s -> s.name().equals(name))
                .findFirst()
                .orElseGet(() -> units.addSection(unit, name, by))
                .id();
    }

    /** 0 unchanged, 1 added, 2 changed. */
    private interface Taking {
        int take(TableFile.Line line);
    }

    private static Report each(List<TableFile.Line> lines, Taking taking) {
        int[] counts = new int[3];
        List<RefusedRow> refused = new ArrayList<>();
        for (TableFile.Line line : lines) {
            try {
                counts[taking.take(line)]++;
            } catch (BadInput e) {
                e.fields().forEach(f -> refused.add(new RefusedRow(line.line(), f)));
            }
        }
        return new Report(counts[1], counts[2], counts[0], refused);
    }

    private static Unit unit(TableFile.Line line) {
        String kind = line.get("kind").toUpperCase(Locale.ROOT);
        UnitKind known = switch (kind) {
            case "COUNTY" -> UnitKind.COUNTY;
            case "BUREAU" -> UnitKind.BUREAU;
            case "UTILITY" -> UnitKind.UTILITY;
            default -> throw new BadInput("kind", "problems.field.unknown", kind);
        };
        return new Unit(
                new UnitId(line.get("code")),
                line.get("name"),
                known,
                line.get("head"),
                line.get("leader_in_charge"),
                line.get("desk"),
                line.get("phone"),
                true,
                line.get("parent").isEmpty() ? null : new UnitId(line.get("parent")),
                0);
    }
}
