package org.shouwen.shell;

import java.util.List;
import org.shouwen.directory.MatterClass;
import org.shouwen.directory.Place;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.springframework.stereotype.Component;

/** What a city's long lists offer in a form; templates write them by {@code sw:options}, see {@link OptionsDialect}. */
@Component
class SelectOptions {
    /**
     * @param value what the form sends
     * @param words what the person reads; empty where that is the value itself
     */
    record Option(String value, String words) {}

    public List<Option> units(List<Unit> units) {
        return units.stream().map(u -> new Option(u.id().code(), u.name())).toList();
    }

    public List<Option> otherUnits(List<Unit> units, UnitId than) {
        return units(units.stream().filter(u -> !u.id().equals(than)).toList());
    }

    public List<Option> classes(List<MatterClass> classes) {
        return classes.stream().map(c -> new Option(c.code(), c.fullName())).toList();
    }

    /** By their full names, as people type them. */
    public List<Option> places(List<Place> places) {
        return places.stream().map(p -> new Option(p.fullName(), "")).toList();
    }
}
