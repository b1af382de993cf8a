package org.shouwen.directory;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Service for changing what a city is divided into and what appeals are about; every change leaves an entry. */
@Service
@Transactional
class CityLists {
    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    private final DirectoryStore store;
    private final Directory directory;
    private final Editions editions;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    CityLists(
            DirectoryStore store,
            Directory directory,
            Editions editions,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.directory = directory;
        this.editions = editions;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** The place as it would be stored. @throws BadInput naming the column that is wrong */
    static Place checked(Place p) {
        if (!p.code().matches("[A-Za-z0-9][A-Za-z0-9-]{0,39}")) throw new BadInput("code", "directory.bad.list-code");
        return new Place(p.code(), Text.required("name", p.name(), 60), p.fullName(), p.level(), p.parent());
    }

    /** The class as it would be stored. @throws BadInput naming the column that is wrong */
    static MatterClass checked(MatterClass c) {
        if (!c.code().matches("[a-z0-9][a-z0-9-]{0,39}")) throw new BadInput("code", "directory.bad.list-code");
        return new MatterClass(c.code(), Text.required("name", c.name(), 60), c.fullName(), c.parent(), c.limitClass());
    }

    void put(Place place, Actor by) {
        try {
            store.putPlace(place);
        } catch (DataIntegrityViolationException e) {
            throw new BadInput("parent", "problems.field.unknown", String.valueOf(place.parent()));
        }
        record(Subject.of("place", place.code()), "PlacePut", place, by);
    }

    void put(MatterClass matterClass, Actor by) {
        try {
            store.putMatterClass(matterClass);
        } catch (DataIntegrityViolationException e) {
            throw new BadInput("parent", "problems.field.unknown", String.valueOf(matterClass.parent()));
        }
        record(Subject.of("matter_class", matterClass.code()), "MatterClassPut", matterClass, by);
    }

    /** A class of limit of the edition in force, by its code or by its name in either language. */
    Optional<String> limitClass(String typed) {
        return editions.current(LocalDate.ofInstant(clock.instant(), ZONE)).limitClasses().stream()
                .filter(c -> c.code().equals(typed)
                        || c.name().equals(typed)
                        || c.nameEn().equalsIgnoreCase(typed))
                .map(Edition.LimitClass::code)
                .findFirst();
    }

    private void record(Subject subject, String type, Object what, Actor by) {
        history.append(subject, clock.instant(), by, type, json.writeValueAsString(what));
        store.changed();
        directory.forget();
    }
}
