package org.shouwen.starter;

import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Officer;
import org.shouwen.directory.Place;
import org.shouwen.directory.Section;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.springframework.stereotype.Component;

/** Loads the tables of a starter that comes along; the order matters, each leans on those before. */
@Component
class StarterTables {
    private static final String BASICS = "basics";

    private final Units units;

    StarterTables(Units units) {
        this.units = units;
    }

    /** Classes of matter that fit any city; whoever has others imports them. */
    void classes() {
        List<MatterClass> classes = new ArrayList<>();
        for (NamedCsvRecord r : StarterFiles.rows(BASICS, "classes.csv")) {
            String name = r.getField("name");
            classes.add(new MatterClass(
                    r.getField("code"),
                    name,
                    name,
                    StarterFiles.orNull(r.getField("parent")),
                    StarterFiles.orNull(r.getField("limit_class"))));
        }
        units.putMatterClasses(classes);
    }

    void places(String folder) {
        List<Place> places = new ArrayList<>();
        for (NamedCsvRecord r : StarterFiles.rows(folder, "places.csv")) {
            String name = r.getField("name");
            places.add(new Place(
                    r.getField("code"),
                    name,
                    name,
                    Place.Level.valueOf(r.getField("level")),
                    StarterFiles.orNull(r.getField("parent"))));
        }
        units.putPlaces(places);
    }

    void unitsAndOfficers(String folder) {
        for (NamedCsvRecord r : StarterFiles.rows(folder, "units.csv")) {
            units.create(
                    new Unit(
                            new UnitId(r.getField("code")),
                            r.getField("name"),
                            UnitKind.valueOf(r.getField("kind")),
                            r.getField("head"),
                            r.getField("leader_in_charge"),
                            r.getField("desk"),
                            r.getField("phone"),
                            true,
                            StarterFiles.orNull(r.getField("parent")) == null ? null : new UnitId(r.getField("parent")),
                            0),
                    Actor.SYSTEM);
        }
        Map<String, UUID> sections = new HashMap<>();
        for (NamedCsvRecord r : StarterFiles.rows(folder, "sections.csv")) {
            Section s = units.addSection(new UnitId(r.getField("unit")), r.getField("name"), Actor.SYSTEM);
            sections.put(r.getField("unit") + "/" + r.getField("name"), s.id());
        }
        for (NamedCsvRecord r : StarterFiles.rows(folder, "officers.csv")) {
            units.putOfficer(
                    new Officer(
                            Units.newId(),
                            new UnitId(r.getField("unit")),
                            sections.get(r.getField("unit") + "/" + r.getField("section")),
                            r.getField("name"),
                            r.getField("post"),
                            r.getField("phone"),
                            true),
                    Actor.SYSTEM);
        }
    }

    void duties(String folder) {
        for (NamedCsvRecord r : StarterFiles.rows(folder, "duties.csv")) {
            units.addDuty(
                    new DutyEntry(
                            r.getField("matter_class"),
                            StarterFiles.orNull(r.getField("place")),
                            new UnitId(r.getField("unit"))),
                    Actor.SYSTEM);
        }
    }
}
