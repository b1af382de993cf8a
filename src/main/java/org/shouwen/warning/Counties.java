package org.shouwen.warning;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.springframework.stereotype.Component;

/** The county that a place is or lies in. */
@Component
class Counties {
    private final Directory directory;

    Counties(Directory directory) {
        this.directory = directory;
    }

    /** Code; empty for the city as a whole and where none is known. */
    String of(@Nullable String place) {
        Optional<Place> p = directory.place(place);
        while (p.isPresent() && p.get().level() != Place.Level.COUNTY)
            p = directory.place(p.get().parent());
        return p.map(Place::code).orElse("");
    }
}
