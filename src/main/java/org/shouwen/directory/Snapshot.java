package org.shouwen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The whole directory at one revision, held in memory: it is small, and asked on every intake and dispatch. */
record Snapshot(
        long revision,
        Map<UnitId, Unit> units,
        Map<UUID, Section> sections,
        Map<UUID, Officer> officers,
        Map<String, Place> places,
        Map<String, MatterClass> matterClasses,
        Map<DutyKey, List<UnitId>> duties) {

    record DutyKey(String matterClass, @Nullable String place) {}

    static Map<DutyKey, List<UnitId>> duties(List<DutyEntry> entries) {
        Map<DutyKey, List<UnitId>> map = new HashMap<>();
        for (DutyEntry e : entries) {
            map.computeIfAbsent(new DutyKey(e.matterClass(), e.place()), _ -> new ArrayList<>())
                    .add(e.unit());
        }
        return map;
    }

    /** Best first: the class itself before the class above it, and within that the nearest place first, anywhere last. */
    List<DutySuggestion> suggest(@Nullable String matterClass, @Nullable String place) {
        Map<UnitId, DutySuggestion> found = new LinkedHashMap<>();
        for (String c = matterClass; c != null; c = parentClass(c)) {
            for (String p = place; p != null; p = parentPlace(p)) add(found, c, p);
            add(found, c, null);
        }
        return List.copyOf(found.values());
    }

    private void add(Map<UnitId, DutySuggestion> found, String matterClass, @Nullable String place) {
        for (UnitId id : duties.getOrDefault(new DutyKey(matterClass, place), List.of())) {
            Unit unit = units.get(id);
            if (unit == null || !unit.active()) continue;
            MatterClass c = matterClasses.get(matterClass);
            Place p = place == null ? null : places.get(place);
            found.putIfAbsent(
                    id,
                    new DutySuggestion(
                            id, unit.name(), c == null ? matterClass : c.fullName(), p == null ? "" : p.fullName()));
        }
    }

    private @Nullable String parentClass(String code) {
        MatterClass c = matterClasses.get(code);
        return c == null ? null : c.parent();
    }

    private @Nullable String parentPlace(String code) {
        Place p = places.get(code);
        return p == null ? null : p.parent();
    }

    List<Place> searchPlaces(String text, int most) {
        String t = text.strip().toLowerCase(Locale.ROOT);
        return places.values().stream()
                .filter(p -> p.fullName().contains(t)
                        || p.fullName().replace(" ", "").contains(t))
                .sorted(Comparator.comparing((Place p) -> !p.name().startsWith(t))
                        .thenComparing(Place::level)
                        .thenComparing(Place::code))
                .limit(most)
                .toList();
    }
}
