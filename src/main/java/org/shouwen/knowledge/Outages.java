package org.shouwen.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Outages: announced by the unit whose they are or by the platform, ended or moved by the same. */
@Service
@Transactional
public class Outages {
    /** Planned outages are shown this long before they begin. */
    static final Duration AHEAD = Duration.ofDays(2);

    /** So long may an outage whose time ran out be said to last or to be over. */
    static final Duration LAPSED = Duration.ofDays(2);

    private final OutageStore store;
    private final OutageCallers callers;
    private final Directory directory;
    private final History history;
    private final InstantSource clock;

    Outages(OutageStore store, OutageCallers callers, Directory directory, History history, InstantSource clock) {
        this.store = store;
        this.callers = callers;
        this.directory = directory;
        this.history = history;
        this.clock = clock;
    }

    /** @param place null: the whole city */
    public Outage announce(
            UnitId unit,
            @Nullable String title,
            @Nullable String text,
            @Nullable PlaceCode place,
            Instant begins,
            Instant ends,
            CurrentUser by) {
        ArticleVersion.refuseWriting(unit, by).ifPresent(r -> {
            throw r.toRefusal();
        });
        Instant now = now();
        if (!ends.isAfter(begins) || !ends.isAfter(now)) throw new BadInput("ends", "knowledge.bad.ends");
        Outage outage = new Outage(
                UuidCreator.getTimeOrderedEpoch(),
                unit,
                Text.required("title", title, 100),
                Text.required("text", text, 1000),
                place,
                begins,
                ends,
                begins.isAfter(now),
                false);
        return keep(outage, by, "Announced");
    }

    /** It ends at another time; all who are joined are told. Nothing happens when the time is the same. */
    public Outage move(UUID id, Instant ends, CurrentUser by) {
        Outage outage = mine(id, by);
        if (!ends.isAfter(outage.begins()) || !ends.isAfter(now())) throw new BadInput("ends", "knowledge.bad.ends");
        if (ends.equals(outage.ends())) return outage;
        Outage moved = keep(outage.until(ends), by, "Moved");
        callers.changed(moved, OutageChanged.What.MOVED);
        return moved;
    }

    /** It is over; all who are joined are told, once. */
    public Outage withdraw(UUID id, CurrentUser by) {
        Outage outage = mine(id, by);
        if (outage.withdrawn()) return outage;
        Outage ended = keep(outage.withdrawnNow(), by, "Withdrawn");
        callers.changed(ended, OutageChanged.What.ENDED);
        return ended;
    }

    /** Outages whose time ran out in the last two days and of which nobody said that they are over. */
    @Transactional(readOnly = true)
    public List<Outage> lapsed() {
        Instant now = clock.instant();
        return store.lapsed(now.minus(LAPSED), now);
    }

    /** What stands now, the earliest first. */
    @Transactional(readOnly = true)
    public List<Outage> standing() {
        Instant now = clock.instant();
        return store.standing(now, now.plus(AHEAD));
    }

    /** What stands for a place: its own, what lies in it, what it lies in, and the whole city's. */
    @Transactional(readOnly = true)
    public List<Outage> at(@Nullable String place) {
        return standing().stream()
                .filter(n -> concerns(PlaceCode.stored(n.place()), place))
                .toList();
    }

    /** The full name of each outage's place, by the outage; empty for the whole city. */
    public Map<UUID, String> places(List<Outage> outages) {
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

    private boolean concerns(@Nullable String outage, @Nullable String place) {
        return outage == null || (place != null && (within(place, outage) || within(outage, place)));
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

    private Outage mine(UUID id, CurrentUser by) {
        Outage outage = store.lock(id).orElseThrow(() -> new NotFound("outage", id.toString()));
        ArticleVersion.refuseWriting(outage.unit(), by).ifPresent(r -> {
            throw r.toRefusal();
        });
        return outage;
    }

    private Outage keep(Outage outage, CurrentUser by, String type) {
        Instant now = now();
        store.put(outage, now);
        history.append(
                new Subject(OutageStore.KIND, outage.id()), now, by.actor(), type, OutageStore.FORMAT.write(outage));
        return outage;
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
