package org.shouwen.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The calendar's door: the working days that hold now, and the loading of a year (ruling 2). */
@Service
public class WorkCalendar {
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    private record Known(long revision, WorkingDays days, long seenAt) {}

    private final CalendarStore store;
    private final History history;
    private final ObjectProvider<LimitHolder> holders;
    private final JsonMapper json;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    WorkCalendar(
            CalendarStore store,
            History history,
            ObjectProvider<LimitHolder> holders,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.history = history;
        this.holders = holders;
        this.json = json;
        this.clock = clock;
    }

    /** For showing: at most five seconds behind what another node loaded. */
    public WorkingDays current() {
        Known k = known;
        return k != null && System.nanoTime() - k.seenAt() < LOOK_AGAIN ? k.days() : at(store.revision());
    }

    /** For setting a limit: what holds in this transaction, and no load can pass it by until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WorkingDays currentForLimits() {
        return at(store.revisionForDispatch());
    }

    public List<YearCalendar> years() {
        return store.years();
    }

    public Optional<YearCalendar> year(int year) {
        return store.years().stream().filter(y -> y.year() == year).findFirst();
    }

    /** The alarm of ruling 2: open limits that wait for a calendar, by year; empty when none does. */
    @Transactional(readOnly = true)
    public List<Provisional> provisional() {
        return holders.stream().flatMap(h -> h.provisional().stream()).toList();
    }

    /** Which open limits a year would move; changes nothing. */
    @Transactional(readOnly = true)
    public List<Moved> preview(YearCalendar year) {
        WorkingDays days = new WorkingDays(with(year));
        return holders.stream().flatMap(h -> h.preview(days).stream()).toList();
    }

    /** Loads or corrects a year and moves every open limit in one go; says which moved. Loading the same again moves none. */
    @Transactional
    public List<Moved> load(YearCalendar year, Actor by) {
        Instant now = clock.instant();
        store.lockForLoad();
        store.replace(year);
        WorkingDays days = new WorkingDays(store.years());
        List<Moved> moved = holders.stream()
                .flatMap(h -> h.recalculate(days, now, by).stream())
                .toList();
        history.append(
                Subject.of("calendar", Integer.toString(year.year())),
                now,
                by,
                "CalendarLoaded",
                json.writeValueAsString(Map.of("calendar", year, "limitsMoved", moved.size())));
        known = null;
        return moved;
    }

    private WorkingDays at(long revision) {
        Known k = known;
        WorkingDays days = k != null && k.revision() == revision ? k.days() : new WorkingDays(store.years());
        known = new Known(revision, days, System.nanoTime());
        return days;
    }

    private List<YearCalendar> with(YearCalendar year) {
        List<YearCalendar> years = new ArrayList<>(store.years());
        years.removeIf(y -> y.year() == year.year());
        years.add(year);
        return years;
    }
}
