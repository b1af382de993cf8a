package org.shouwen.supervision;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.shouwen.calendar.CalendarChange;
import org.shouwen.calendar.LimitHolder;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.Moved;
import org.shouwen.calendar.Provisional;
import org.shouwen.history.Actor;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Limit;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Moves the limits of supervisions that wait for an answer when a calendar is loaded (ruling 2); the escalation reads the
 * moved limit. What has escalated keeps the limit that it missed: its consequence has been drawn.
 */
@Component
@Order(2)
@Basis(Clause.A16)
class SupervisionLimits implements LimitHolder {
    private final SupervisionLimitStore store;
    private final Editions editions;
    private final Issuing issuing;

    SupervisionLimits(SupervisionLimitStore store, Editions editions, Issuing issuing) {
        this.store = store;
        this.editions = editions;
        this.issuing = issuing;
    }

    @Override
    public Set<String> columns() {
        return Set.of("supervision.supervision.due", "supervision.supervision.provisional");
    }

    @Override
    public List<Provisional> provisional() {
        return store.provisional();
    }

    @Override
    public List<Moved> preview(CalendarChange change) {
        return moved(store.waiting(false), change, after -> after);
    }

    @Override
    public List<Moved> recalculate(CalendarChange change, Instant now, Actor by) {
        return moved(store.waiting(true), change, after -> {
            store.setLimit(after);
            issuing.record(after, by, "LimitMoved");
            return after;
        });
    }

    private List<Moved> moved(
            List<Supervision> waiting, CalendarChange change, Function<Supervision, Supervision> write) {
        return waiting.stream()
                .filter(this::inWorkingDays)
                .flatMap(before -> {
                    Limits.DueTime due = change.moved(before.issuedAt(), before.due(), before.provisional());
                    if (due.due().equals(before.due()) && due.provisional() == before.provisional())
                        return Stream.empty();
                    Supervision after = write.apply(before.limitMoved(due.due(), due.provisional()));
                    return Stream.of(new Moved(
                            "supervision",
                            after.number(),
                            after.level().name().toLowerCase(Locale.ROOT),
                            after.unit().code(),
                            before.due(),
                            after.due(),
                            after.provisional()));
                })
                .toList();
    }

    /** A city's edition may set limits of supervision in hours; no calendar moves those. */
    private boolean inWorkingDays(Supervision s) {
        Edition edition = editions.current(s.issuedAt().atZone(Limits.ZONE).toLocalDate());
        Limit limit = s.level() == Supervision.Level.FIRST
                ? edition.supervision().first()
                : edition.supervision().second();
        return limit instanceof Limit.WorkingDays;
    }
}
