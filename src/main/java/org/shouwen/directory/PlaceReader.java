package org.shouwen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.problems.BadInput;
import org.springframework.stereotype.Service;

/**
 * Reads what somebody wrote as a place: a division of the country by its full or short name, or a street, compound or
 * landmark of the city's own list. A name that only one place has is that place.
 */
@Service
public class PlaceReader {
    private static final List<String> ENDINGS = List.of("街道", "社区", "满族自治县", "自治县", "镇", "乡", "村", "区", "县", "市");
    private static final int MOST = 5;

    private final Directory directory;
    private final Landmarks landmarks;

    PlaceReader(Directory directory, Landmarks landmarks) {
        this.directory = directory;
        this.landmarks = landmarks;
    }

    /**
     * What was meant.
     *
     * @param place null when nothing or more than one thing has the name
     * @param by the landmark by whose name the place was found; null when it was the division's own
     * @param several what it may be, where more than one thing has the name; full names
     */
    public record PlaceRead(@Nullable Place place, @Nullable Landmark by, List<String> several) {
        static final PlaceRead UNKNOWN = new PlaceRead(null, null, List.of());

        /** Whether no list has the name. */
        public boolean unknown() {
            return place == null && several.isEmpty();
        }
    }

    /**
     * The place that somebody named by its code or as {@link #read} reads it.
     *
     * @param several makes the problem of the full names of what it may be, where more than one thing has the name
     * @return null when nothing was typed
     * @throws BadInput naming the field when nothing, or more than one thing, has the name
     */
    public @Nullable PlaceCode one(String field, @Nullable String typed, Function<String, BadInput> several) {
        if (typed == null || typed.isBlank()) return null;
        PlaceRead read = read(typed);
        if (read.place() != null) return new PlaceCode(read.place().code());
        if (read.several().isEmpty()) throw new BadInput(field, "problems.field.unknown", typed);
        throw several.apply(String.join("、", read.several()));
    }

    public PlaceRead read(String typed) {
        String text = typed.replaceAll("\\s+", "");
        if (text.isEmpty()) return PlaceRead.UNKNOWN;
        List<Place> found = directory.searchPlaces(text, Integer.MAX_VALUE);
        for (Place p : found)
            if (p.code().equals(text) || plain(p.fullName()).equals(text)) return new PlaceRead(p, null, List.of());
        if (directory.place(text).isPresent())
            return new PlaceRead(directory.place(text).get(), null, List.of());
        List<Place> named = found.stream().filter(p -> named(p, text)).toList();
        List<Landmark> marks = landmarks.all().stream()
                .filter(l -> l.called(text) || plain(shown(l)).equals(text))
                .toList();
        Place one = named.isEmpty() && marks.isEmpty() ? topmost(found) : topmost(named);
        if (one != null && marks.isEmpty()) return new PlaceRead(one, null, List.of());
        if (named.isEmpty() && marks.size() == 1) {
            Landmark mark = marks.getFirst();
            return new PlaceRead(directory.place(mark.place()).orElse(null), mark, List.of());
        }
        return several(named.isEmpty() ? found : named, marks);
    }

    /** The place whose name a location begins with, the most exact one: 振兴区 for 振兴区花园小区12号楼. */
    Optional<Place> begins(String location) {
        String text = plain(location.strip());
        if (text.length() < 3) return Optional.empty();
        return directory.searchPlaces(text.substring(0, 2), Integer.MAX_VALUE).stream()
                .filter(p -> text.startsWith(plain(p.fullName()))
                        || (p.level() == Place.Level.COUNTY && text.startsWith(p.name())))
                .max(Comparator.comparingInt(p -> p.fullName().length()));
    }

    /** The full name of a division, else of the one that a location begins with; empty where there is none. */
    public String nameOf(@Nullable String code, String location) {
        return directory
                .place(code)
                .or(() -> begins(location))
                .map(Place::fullName)
                .orElse("");
    }

    private PlaceRead several(List<Place> places, List<Landmark> marks) {
        Set<String> names = new LinkedHashSet<>();
        places.stream().limit(MOST).map(Place::fullName).forEach(names::add);
        marks.stream().limit(MOST).map(this::shown).forEach(names::add);
        return new PlaceRead(null, null, List.copyOf(names));
    }

    /** A landmark with the division that it lies in, as it is offered while typing; {@link #read} reads it back. */
    public String shown(Landmark mark) {
        return directory.place(mark.place()).map(Place::fullName).orElse("") + " " + mark.name();
    }

    /** What is offered while somebody types: divisions first, then the city's own names. */
    public List<String> offers(String typed, int most) {
        List<String> offers = new ArrayList<>(directory.searchPlaces(typed.strip(), most).stream()
                .map(Place::fullName)
                .toList());
        landmarks.search(typed, most - offers.size()).stream().map(this::shown).forEach(offers::add);
        return offers;
    }

    private static boolean named(Place p, String text) {
        return p.name().equals(text)
                || ENDINGS.stream().anyMatch(e -> p.name().equals(text + e))
                || (text.length() > p.name().length() && plain(p.fullName()).endsWith(text));
    }

    /** The one that all others lie in; null when there is none. */
    private @Nullable Place topmost(List<Place> places) {
        if (places.isEmpty()) return null;
        Place top = places.stream().min(Comparator.comparing(Place::level)).orElseThrow();
        return places.stream().allMatch(p -> within(p, top)) ? top : null;
    }

    private boolean within(Place inner, Place outer) {
        for (Place p = inner; p != null; p = directory.place(p.parent()).orElse(null))
            if (p.code().equals(outer.code())) return true;
        return false;
    }

    private static String plain(String name) {
        return name.replace(" ", "");
    }
}
