package org.shouwen.handover;

import java.time.Instant;
import java.util.List;
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
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Moves the limits by which the petition office and city leaders are to answer when a calendar is loaded (ruling 2). */
@Component
@Order(3)
@Basis({Clause.A18_1, Clause.A19})
class HandoverLimits implements LimitHolder {
    private final HandoverLimitStore store;
    private final Handovers handovers;

    HandoverLimits(HandoverLimitStore store, Handovers handovers) {
        this.store = store;
        this.handovers = handovers;
    }

    @Override
    public Set<String> columns() {
        return Set.of("coordination.handover.due", "coordination.handover.provisional");
    }

    @Override
    public List<Provisional> provisional() {
        return store.provisional();
    }

    @Override
    public List<Moved> preview(CalendarChange change) {
        return moved(store.awaited(false), change, after -> after);
    }

    @Override
    public List<Moved> recalculate(CalendarChange change, Instant now, Actor by) {
        return moved(store.awaited(true), change, after -> {
            store.setLimit(after);
            handovers.record(after, by, "LimitMoved");
            return after;
        });
    }

    private static List<Moved> moved(
            List<Handover> awaited, CalendarChange change, Function<Handover, Handover> write) {
        return awaited.stream()
                .flatMap(before -> {
                    Limits.DueTime due = change.moved(before.handedAt(), before.due(), before.provisional());
                    if (due.due().equals(before.due()) && due.provisional() == before.provisional())
                        return Stream.empty();
                    Handover after = write.apply(before.limitMoved(due.due(), due.provisional()));
                    return Stream.of(new Moved(
                            "handover",
                            after.number(),
                            after.kind() == Handover.Kind.PETITION ? "petition" : "special-report",
                            after.unit() == null ? "" : after.unit().code(),
                            before.due(),
                            after.due(),
                            after.provisional()));
                })
                .toList();
    }
}
