package org.shouwen.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Landmark;
import org.shouwen.directory.Landmarks;
import org.shouwen.directory.Place;
import org.springframework.stereotype.Component;

/** The city's places as they are found in words: the directory's, and the city's own list of streets and landmarks. */
@Component
class CityPlaces {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private record Known(Instant read, PlaceHeard places) {}

    private final Directory directory;
    private final Landmarks landmarks;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    CityPlaces(Directory directory, Landmarks landmarks, InstantSource clock) {
        this.directory = directory;
        this.landmarks = landmarks;
        this.clock = clock;
    }

    PlaceHeard places() {
        Instant now = clock.instant();
        Known k = known;
        if (k != null && !now.isBefore(k.read()) && now.isBefore(k.read().plus(FRESH))) return k.places();
        List<KnownPlace> all = new ArrayList<>();
        for (Place county : directory.placesUnder(null)) add(all, county);
        for (Landmark l : landmarks.all())
            directory.place(l.place()).ifPresent(p -> {
                all.add(new KnownPlace(p.code(), l.name(), p.fullName(), 4, p.parent()));
                for (String alias : l.aliases()) all.add(new KnownPlace(p.code(), alias, p.fullName(), 4, p.parent()));
            });
        Known fresh = new Known(now, new PlaceHeard(all));
        known = fresh;
        return fresh.places();
    }

    private void add(List<KnownPlace> all, Place p) {
        int level = switch (p.level()) {
            case CITY -> 0;
            case COUNTY -> 1;
            case TOWN -> 2;
            case VILLAGE -> 3;
        };
        all.add(new KnownPlace(p.code(), p.name(), p.fullName(), level, p.parent()));
        if (p.level() != Place.Level.VILLAGE) for (Place under : directory.placesUnder(p.code())) add(all, under);
    }
}
