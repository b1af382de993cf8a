package org.shouwen.calendar;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The calendar's door: the working days that hold now, and the loading of a year (ruling 2). */
@Service
public class WorkCalendar {
    /** Rule 2 of counting: provisional limits count the holidays fixed by law. */
    private static final int FIXED_HOLIDAYS = 2;

    private final CalendarStore store;
    private final History history;
    private final ObjectProvider<LimitHolder> holders;
    private final JsonMapper json;
    private final InstantSource clock;
    private final MovedLimits told;
    private final HeldDays held;

    WorkCalendar(
            CalendarStore store,
            History history,
            ObjectProvider<LimitHolder> holders,
            JsonMapper json,
            InstantSource clock,
            MovedLimits told) {
        this.told = told;
        this.store = store;
        this.held = new HeldDays(store);
        this.history = history;
        this.holders = holders;
        this.json = json;
        this.clock = clock;
    }

    /** For showing: at most five seconds behind what another node loaded. */
    public WorkingDays current() {
        return held.current();
    }

    /** For setting a limit: what holds in this transaction, and no load can pass it by until it ends. */
    @Transactional(propagation = Propagation.MANDATORY)
    public WorkingDays currentForLimits() {
        return held.at(store.revisionForDispatch());
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
        return Provisional.sum(
                holders.stream().flatMap(h -> h.provisional().stream()).toList());
    }

    /** Which days the year as it is held names and a new calendar of it does not: to drop them needs a second word. */
    @Transactional(readOnly = true)
    public List<LocalDate> dropped(YearCalendar next) {
        return year(next.year()).map(held -> held.missingIn(next)).orElse(List.of());
    }

    /** Which open limits a year would move; changes nothing. */
    @Transactional(readOnly = true)
    public List<Moved> preview(YearCalendar year) {
        WorkingDays before = new WorkingDays(store.years());
        CalendarChange change = new CalendarChange((_, _) -> before, new WorkingDays(with(year)));
        return holders.orderedStream().flatMap(h -> h.preview(change).stream()).toList();
    }

    /** {@link #load(YearCalendar, boolean, Actor)} of a whole year: no day that was named before is left out. */
    @Transactional
    public List<Moved> load(YearCalendar year, Actor by) {
        return load(year, false, by);
    }

    /**
     * Loads or corrects a year and moves every open limit in one go; says which moved. Loading the same again moves none.
     *
     * @param dropDays the second word: days that were named before and are no longer named become ordinary days
     * @throws BadInput when days are left out without it
     */
    @Transactional
    public List<Moved> load(YearCalendar year, boolean dropDays, Actor by) {
        Instant now = clock.instant();
        store.lockForLoad();
        checkDropped(year, dropDays);
        WorkingDays before = new WorkingDays(store.years());
        store.replace(year);
        CalendarChange change = new CalendarChange((_, _) -> before, new WorkingDays(store.years()));
        List<Moved> moved = move(change, now, by);
        history.append(
                Subject.of("calendar", Integer.toString(year.year())),
                now,
                by,
                "CalendarLoaded",
                json.writeValueAsString(Map.of("calendar", year, "limitsMoved", moved.size())));
        held.changed();
        return moved;
    }

    /**
     * Works open limits out anew once that were stored by an earlier rule: until then years without a notice counted
     * weekends only, the last days of December were sure, and the limits of supervisions and handovers stayed when a notice
     * came. A provisional limit was counted while no year after its first was published.
     */
    @Transactional
    List<Moved> recount() {
        if (store.counting() >= FIXED_HOLIDAYS) return List.of();
        store.lockForLoad();
        if (store.counting() >= FIXED_HOLIDAYS) return List.of();
        Instant now = clock.instant();
        List<YearCalendar> years = store.years();
        WorkingDays sure = WorkingDays.weekendsOnly(years);
        Map<Integer, WorkingDays> unsure = new HashMap<>();
        CalendarChange change = new CalendarChange(
                (from, provisional) -> provisional
                        ? unsure.computeIfAbsent(
                                from.getYear(),
                                first -> WorkingDays.weekendsOnly(years.stream()
                                        .filter(y -> y.year() <= first)
                                        .toList()))
                        : sure,
                new WorkingDays(years));
        List<Moved> moved = move(change, now, Actor.SYSTEM);
        store.counted(FIXED_HOLIDAYS);
        if (!moved.isEmpty())
            history.append(
                    Subject.of("calendar", "rule"),
                    now,
                    Actor.SYSTEM,
                    "LimitsRecounted",
                    json.writeValueAsString(Map.of("rule", FIXED_HOLIDAYS, "limitsMoved", moved.size())));
        held.changed();
        return moved;
    }

    /** @throws BadInput when days that were named before are left out without the second word */
    void checkDropped(YearCalendar year, boolean dropDays) {
        List<LocalDate> dropped = dropped(year);
        if (!dropDays && !dropped.isEmpty())
            throw new BadInput(
                    "dropDays",
                    "calendar.bad.dropped",
                    year.year(),
                    dropped.size(),
                    dropped.stream().map(LocalDate::toString).collect(Collectors.joining("、")));
    }

    private List<Moved> move(CalendarChange change, Instant now, Actor by) {
        List<Moved> moved = holders.orderedStream()
                .flatMap(h -> h.recalculate(change, now, by).stream())
                .toList();
        told.keep(moved, now);
        return moved;
    }

    private List<YearCalendar> with(YearCalendar year) {
        List<YearCalendar> years = new ArrayList<>(store.years());
        years.removeIf(y -> y.year() == year.year());
        years.add(year);
        return years;
    }
}
