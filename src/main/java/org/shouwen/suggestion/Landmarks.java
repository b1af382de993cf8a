package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 本市地名: the city's own list of streets, compounds and landmarks, a line each: the name, a comma, the place it lies in. */
@Service
public class Landmarks {
    private static final int MOST = 20_000;
    private static final int LONGEST = 40;

    private final LandmarkStore store;
    private final CityPlaces places;
    private final Directory directory;

    Landmarks(LandmarkStore store, CityPlaces places, Directory directory) {
        this.store = store;
        this.places = places;
        this.directory = directory;
    }

    /** The list as it is typed. */
    @Transactional(readOnly = true)
    public String lines() {
        StringBuilder lines = new StringBuilder();
        for (LandmarkStore.Landmark l : store.all())
            lines.append(l.name())
                    .append('，')
                    .append(directory.place(l.place()).map(Place::fullName).orElse(l.place()))
                    .append('\n');
        return lines.toString();
    }

    /**
     * In the place of the whole list; a place by its code, or by its name where only one fits.
     *
     * @throws BadInput naming {@code landmarks} and the first line that can not be taken; nothing is changed then
     */
    @Transactional
    public int replace(@Nullable String typed) {
        Map<String, String> all = new LinkedHashMap<>();
        int number = 0;
        for (String line : (typed == null ? "" : typed).lines().toList()) {
            number++;
            if (line.isBlank()) continue;
            String[] parts = line.strip().split("\\s*[,，\\t]\\s*", 2);
            String name = parts[0].strip();
            Optional<String> place = parts.length < 2 ? Optional.empty() : place(parts[1].strip());
            if (name.length() < 2 || name.length() > LONGEST || place.isEmpty() || all.size() >= MOST)
                throw new BadInput(
                        "landmarks",
                        "suggestion.bad.landmark",
                        number,
                        line.length() > 60 ? line.substring(0, 60) : line);
            all.put(name, place.get());
        }
        List<LandmarkStore.Landmark> rows = new ArrayList<>();
        all.forEach((name, place) -> rows.add(new LandmarkStore.Landmark(name, place)));
        store.replace(rows);
        places.changed();
        return rows.size();
    }

    private Optional<String> place(String said) {
        if (directory.place(said).isPresent()) return Optional.of(said);
        List<Place> found = directory.searchPlaces(said, 3);
        for (Place p : found) if (p.fullName().equals(said) || p.name().equals(said)) return Optional.of(p.code());
        return found.size() == 1 ? Optional.of(found.getFirst().code()) : Optional.empty();
    }
}
