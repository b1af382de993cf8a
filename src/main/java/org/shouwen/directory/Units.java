package org.shouwen.directory;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Service for changing the directory; every change leaves an entry in the unit's history. */
@Service
@Transactional
public class Units {
    private final DirectoryStore store;
    private final Directory directory;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final Hangings hangings;

    Units(
            DirectoryStore store,
            Directory directory,
            History history,
            JsonMapper json,
            InstantSource clock,
            Hangings hangings) {
        this.hangings = hangings;
        this.store = store;
        this.directory = directory;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    public void create(Unit unit, Actor by) {
        Unit u = UnitCheck.checked(unit, directory);
        try {
            store.insertUnit(u);
        } catch (DuplicateKeyException e) {
            throw new BadInput("code", "directory.bad.unit-exists");
        }
        record(u.id(), by, "UnitCreated", u);
    }

    /**
     * @throws org.shouwen.problems.Stale when someone else changed it since {@link Unit#version()}
     * @throws BadInput when it is closed while something hangs on it; {@link UnitClosing} hands it over
     */
    public void change(Unit unit, Actor by) {
        Unit u = UnitCheck.checked(unit, directory);
        if (!u.active() && directory.unit(u.id()).filter(Unit::active).isPresent())
            Hangings.refuse(hangings.onUnit(u.id()));
        store.updateUnit(u);
        record(u.id(), by, "UnitChanged", u);
    }

    public Section addSection(UnitId unit, String name, Actor by) {
        return putSection(unit, newId(), name, by);
    }

    /** Adds a section under an id of the caller's, or renames the one that is there. */
    public Section putSection(UnitId unit, UUID id, String name, Actor by) {
        Section s = new Section(id, known(unit), Text.required("name", name, 60));
        if (directory.section(id).filter(o -> !o.unit().equals(unit)).isPresent())
            throw new NotFound("section", id.toString());
        try {
            store.putSection(s);
        } catch (DuplicateKeyException e) {
            throw new BadInput("name", "directory.bad.section-exists");
        }
        record(unit, by, "SectionPut", s);
        return s;
    }

    /** @throws BadInput while officers belong to it or orders are with it: they must be moved first */
    public void removeSection(UnitId unit, UUID id, Actor by) {
        Section s = section(unit, id);
        if (directory.officers(unit).stream().anyMatch(o -> id.equals(o.section())))
            throw new BadInput("section", "directory.bad.section-in-use");
        Hangings.refuse(hangings.onSection(id));
        store.removeSection(id);
        record(unit, by, "SectionRemoved", s);
    }

    private Section section(UnitId unit, UUID id) {
        return directory
                .section(id)
                .filter(s -> s.unit().equals(unit))
                .orElseThrow(() -> new NotFound("section", id.toString()));
    }

    private UnitId known(UnitId unit) {
        if (directory.unit(unit).isEmpty()) throw new NotFound("unit", unit.code());
        return unit;
    }

    /**
     * Adds an officer ({@link #newId}) or changes one.
     *
     * @throws BadInput when one leaves who holds something
     */
    public Officer putOfficer(Officer officer, Actor by) {
        if (!officer.active()) Hangings.refuse(hangings.onOfficer(officer.id()));
        UUID section = officer.section();
        if (directory
                .officer(officer.id())
                .filter(o -> !o.unit().equals(officer.unit()))
                .isPresent()) throw new NotFound("officer", officer.id().toString());
        Officer o = new Officer(
                officer.id(),
                known(officer.unit()),
                section == null ? null : section(officer.unit(), section).id(),
                Text.required("name", officer.name(), 40),
                Text.optional("post", officer.post(), 40),
                Text.optional("phone", officer.phone(), 40),
                officer.active());
        store.putOfficer(o);
        record(o.unit(), by, "OfficerPut", o);
        return o;
    }

    public static UUID newId() {
        return UuidCreator.getTimeOrderedEpoch();
    }

    /**
     * Adds a line to the duty list.
     *
     * @return false when it stands there already
     * @throws BadInput when the class, the place or the unit is unknown
     */
    public boolean addDuty(DutyEntry entry, Actor by) {
        String place = entry.place();
        if (directory.matterClass(entry.matterClass()).isEmpty())
            throw new BadInput("matterClass", "problems.field.unknown", entry.matterClass());
        if (place != null && directory.place(place).isEmpty())
            throw new BadInput("place", "problems.field.unknown", place);
        if (directory.unit(entry.unit()).isEmpty())
            throw new BadInput("unit", "problems.field.unknown", entry.unit().code());
        boolean added = store.putDuty(entry);
        if (added) record(entry.unit(), by, "DutyAdded", entry);
        return added;
    }

    /** A duty ruling 确责 says whose a matter is: from now on it is suggested to that unit, and to no other first. */
    public void rule(DutyEntry entry, String rulingNumber, Actor by) {
        for (DutyEntry other : store.duties()) {
            boolean same = other.matterClass().equals(entry.matterClass())
                    && Objects.equals(other.place(), entry.place())
                    && !other.unit().equals(entry.unit());
            if (same) removeDuty(other, by);
        }
        addDuty(entry, by);
        record(entry.unit(), by, "DutyRuled", Map.of("entry", entry, "ruling", rulingNumber));
    }

    public boolean removeDuty(DutyEntry entry, Actor by) {
        boolean removed = store.removeDuty(entry);
        if (removed) record(entry.unit(), by, "DutyRemoved", entry);
        return removed;
    }

    public void putPlaces(List<Place> places) {
        places.forEach(store::putPlace);
        store.changed();
        directory.forget();
    }

    public void putMatterClasses(List<MatterClass> classes) {
        classes.forEach(store::putMatterClass);
        store.changed();
        directory.forget();
    }

    private void record(UnitId unit, Actor by, String type, Object what) {
        history.append(Subject.of("unit", unit.code()), clock.instant(), by, type, json.writeValueAsString(what));
        store.changed();
        directory.forget();
    }
}
