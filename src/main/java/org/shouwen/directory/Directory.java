package org.shouwen.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.ChangedMemory;
import org.springframework.stereotype.Service;

/** Read access to the directory: units, places, classes of matter, and whose duty a matter is. Answers from memory. */
@Service
public class Directory {
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(2);

    private record Seen(Snapshot snapshot, Listed listed, long at, long change) {}

    private final DirectoryStore store;
    private final ChangedMemory changes = new ChangedMemory();
    private volatile @Nullable Seen seen;

    Directory(DirectoryStore store) {
        this.store = store;
    }

    public List<Unit> units() {
        return seen().listed().units();
    }

    public Optional<Unit> unit(UnitId id) {
        return Optional.ofNullable(now().units().get(id));
    }

    /** The unit's name; its code where it is gone. */
    public String name(UnitId id) {
        return unit(id).map(Unit::name).orElse(id.code());
    }

    /** The units that a unit stands under, nearest first. */
    public List<UnitId> above(UnitId unit) {
        List<UnitId> above = new ArrayList<>();
        UnitId next = unit(unit).map(Unit::parent).orElse(null);
        while (next != null && !above.contains(next)) {
            above.add(next);
            next = unit(next).map(Unit::parent).orElse(null);
        }
        return above;
    }

    public List<Section> sections(UnitId unit) {
        return now().sections().values().stream()
                .filter(s -> s.unit().equals(unit))
                .sorted(Comparator.comparing(Section::name))
                .toList();
    }

    public Optional<Section> section(UUID id) {
        return Optional.ofNullable(now().sections().get(id));
    }

    public List<Officer> officers(UnitId unit) {
        return now().officers().values().stream()
                .filter(o -> o.unit().equals(unit) && o.active())
                .sorted(Comparator.comparing(Officer::name))
                .toList();
    }

    /** Who is or was of the unit, in the order they were entered. */
    List<Officer> everyOfficer(UnitId unit) {
        return now().officers().values().stream()
                .filter(o -> o.unit().equals(unit))
                .sorted(Comparator.comparing(Officer::id))
                .toList();
    }

    public Optional<Officer> officer(UUID id) {
        return Optional.ofNullable(now().officers().get(id));
    }

    public Optional<Place> place(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : Optional.ofNullable(now().places().get(code));
    }

    /** What a place is divided into; null: the city, whose divisions may be towns where it has no districts. */
    public List<Place> placesUnder(@Nullable String parent) {
        Listed listed = seen().listed();
        return parent == null ? listed.divisions() : listed.under().getOrDefault(parent, List.of());
    }

    /** Places whose name or full name holds the text; names that begin with it first. */
    public List<Place> searchPlaces(String text, int most) {
        return text.isBlank() ? List.of() : now().searchPlaces(text, most);
    }

    public List<MatterClass> matterClasses() {
        return seen().listed().matterClasses();
    }

    public Optional<MatterClass> matterClass(@Nullable String code) {
        return code == null
                ? Optional.empty()
                : Optional.ofNullable(now().matterClasses().get(code));
    }

    /** Whose duty a matter is by the duty list, best first. */
    public List<DutySuggestion> suggest(@Nullable String matterClass, @Nullable String place) {
        return now().suggest(matterClass, place);
    }

    public List<DutyEntry> duties() {
        return store.duties();
    }

    /** It is changed by the transaction that runs. */
    void forget() {
        changes.changed();
    }

    private Snapshot now() {
        return seen().snapshot();
    }

    private Seen seen() {
        long change = changes.count();
        Seen s = seen;
        if (s != null && s.change() != change) s = null; // nor by its revision: what was taken back had that too
        if (s != null && System.nanoTime() - s.at() < LOOK_AGAIN) return s;
        long revision = store.revision();
        if (s != null && s.snapshot().revision() == revision)
            s = new Seen(s.snapshot(), s.listed(), System.nanoTime(), change);
        else {
            Snapshot snapshot = store.snapshot(revision);
            s = new Seen(snapshot, Listed.of(snapshot), System.nanoTime(), change);
        }
        seen = s;
        return s;
    }
}
