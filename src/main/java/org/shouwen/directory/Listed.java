package org.shouwen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The directory's things in the order in which people read them, put in order once for a revision: every page with a list
 * of units or places asks for them.
 *
 * @param divisions what the city is divided into, which may be towns where it has no districts
 * @param under places by the code of what they are a part of
 */
record Listed(
        List<Unit> units, List<Place> divisions, Map<String, List<Place>> under, List<MatterClass> matterClasses) {
    static Listed of(Snapshot snapshot) {
        List<Place> places = snapshot.places().values().stream()
                .sorted(Comparator.comparing(Place::code))
                .toList();
        Map<String, List<Place>> under = new HashMap<>();
        for (Place p : places)
            if (p.parent() != null)
                under.computeIfAbsent(p.parent(), _ -> new ArrayList<>()).add(p);
        under.replaceAll((_, parts) -> List.copyOf(parts));
        return new Listed(
                snapshot.units().values().stream()
                        .sorted(Comparator.comparing(Unit::kind).thenComparing(Unit::name))
                        .toList(),
                places.stream().filter(p -> divides(p, snapshot)).toList(),
                under,
                snapshot.matterClasses().values().stream()
                        .sorted(Comparator.comparing(MatterClass::code))
                        .toList());
    }

    private static boolean divides(Place place, Snapshot snapshot) {
        if (place.level() == Place.Level.CITY) return false;
        Place parent = place.parent() == null ? null : snapshot.places().get(place.parent());
        return place.parent() == null || (parent != null && parent.level() == Place.Level.CITY);
    }
}
