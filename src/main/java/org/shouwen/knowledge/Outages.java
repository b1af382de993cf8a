package org.shouwen.knowledge;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
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

    /** So long is an outage listed whose time ran out, so that somebody says that it lasts or is over. */
    private static final Duration LAPSED = Duration.ofDays(2);

    private final OutageStore store;
    private final OutageCallers callers;
    private final OutagePlaces places;
    private final History history;
    private final InstantSource clock;

    Outages(OutageStore store, OutageCallers callers, OutagePlaces places, History history, InstantSource clock) {
        this.store = store;
        this.callers = callers;
        this.places = places;
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
        check(begins, ends, now);
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

    /**
     * It begins or ends at another time; all who are joined are told. Nothing happens when both are the same.
     *
     * @throws BadInput also when it is over
     */
    public Outage move(UUID id, Instant begins, Instant ends, CurrentUser by) {
        Outage outage = lasting(id, "ends", by);
        Instant now = now();
        check(begins, ends, now);
        Outage moved = outage.lasting(begins, ends, now);
        if (moved.equals(outage)) return outage;
        keep(moved, by, "Moved");
        callers.changed(moved, OutageChanged.What.MOVED);
        return moved;
    }

    /**
     * What it says was wrong. Who is joined is not told again: what they wait for, its end, is the same.
     *
     * @param place null: the whole city
     * @throws BadInput also when it is over
     */
    public Outage correct(
            UUID id, @Nullable String title, @Nullable String text, @Nullable PlaceCode place, CurrentUser by) {
        Outage outage = lasting(id, "title", by);
        Outage corrected = outage.saying(Text.required("title", title, 100), Text.required("text", text, 1000), place);
        return corrected.equals(outage) ? outage : keep(corrected, by, "Corrected");
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

    /** What is not over, however far ahead it begins, the earliest first. */
    @Transactional(readOnly = true)
    public List<Outage> open() {
        return store.open(clock.instant());
    }

    /** What stands now, the earliest first. */
    @Transactional(readOnly = true)
    public List<Outage> standing() {
        Instant now = clock.instant();
        return store.open(now).stream()
                .filter(n -> !n.begins().isAfter(now.plus(AHEAD)))
                .toList();
    }

    /** What stands for a place: its own, what lies in it, what it lies in, and the whole city's. */
    @Transactional(readOnly = true)
    public List<Outage> at(@Nullable String place) {
        return about(place == null ? List.of() : List.of(place), "", Set.of());
    }

    /**
     * What stands for any of these places, or is told of by the words.
     *
     * @param places codes
     * @param words of whoever calls, while the place is not sure; else empty
     * @param chosen ids of outages that somebody has chosen before: they stay as long as they stand
     */
    @Transactional(readOnly = true)
    public List<Outage> about(Collection<String> places, String words, Set<UUID> chosen) {
        return standing().stream()
                .filter(n -> chosen.contains(n.id()) || this.places.concerns(n, places) || n.named(words))
                .toList();
    }

    /** The full name of each outage's place, by the outage; empty for the whole city. */
    public Map<UUID, String> places(List<Outage> outages) {
        return places.names(outages);
    }

    private Outage mine(UUID id, CurrentUser by) {
        Outage outage = store.lock(id).orElseThrow(() -> new NotFound("outage", id.toString()));
        ArticleVersion.refuseWriting(outage.unit(), by).ifPresent(r -> {
            throw r.toRefusal();
        });
        return outage;
    }

    /** The same, unless it was taken away. */
    private Outage lasting(UUID id, String field, CurrentUser by) {
        Outage outage = mine(id, by);
        if (outage.withdrawn()) throw new BadInput(field, "knowledge.bad.over");
        return outage;
    }

    private static void check(Instant begins, Instant ends, Instant now) {
        if (!ends.isAfter(begins) || !ends.isAfter(now)) throw new BadInput("ends", "knowledge.bad.ends");
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
