package org.shouwen.knowledge;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.directory.PlaceCode;
import org.springframework.stereotype.Component;

/** Where outages are: what they are called, and whom they concern. */
@Component
class OutagePlaces {
    private final Directory directory;

    OutagePlaces(Directory directory) {
        this.directory = directory;
    }

    /** The full name of each outage's place, by the outage; empty for the whole city. */
    Map<UUID, String> names(List<Outage> outages) {
        Map<UUID, String> names = new HashMap<>();
        for (Outage o : outages)
            names.put(
                    o.id(),
                    directory
                            .place(PlaceCode.stored(o.place()))
                            .map(Place::fullName)
                            .orElse(""));
        return names;
    }

    /** Whether it is of the whole city, of one of these places, by their codes, of what one lies in or of what lies in one. */
    boolean concerns(Outage outage, Collection<String> places) {
        @Nullable String there = PlaceCode.stored(outage.place());
        return there == null || places.stream().anyMatch(p -> within(p, there) || within(there, p));
    }

    /** Whether a place is another one or lies in it. */
    private boolean within(String place, String other) {
        String code = place;
        for (int depth = 0; depth < 6; depth++) {
            if (code.equals(other)) return true;
            @Nullable String above = directory.place(code).map(Place::parent).orElse(null);
            if (above == null) return false;
            code = above;
        }
        return false;
    }
}
