package org.shouwen.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Limit;
import org.shouwen.supervision.Supervision.How;
import org.shouwen.supervision.Supervision.Level;
import org.shouwen.workorder.OrderSupervised;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Issues a supervision with its limit, and journals what becomes of it; whether it may be issued is said before. */
@Component
class Issuing {
    private final SupervisionStore store;
    private final TriggerStore triggers;
    private final WorkCalendar calendar;
    private final Editions editions;
    private final History history;
    private final ApplicationEventPublisher publisher;
    private final InstantSource clock;

    Issuing(
            SupervisionStore store,
            TriggerStore triggers,
            WorkCalendar calendar,
            Editions editions,
            History history,
            ApplicationEventPublisher publisher,
            InstantSource clock) {
        this.store = store;
        this.triggers = triggers;
        this.calendar = calendar;
        this.editions = editions;
        this.history = history;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** The order's open triggers are settled by it. */
    Supervision issue(UUID order, String orderNumber, UnitId unit, Level level, How how, String words, Actor by) {
        Instant now = Instants.now(clock);
        Edition edition = editions.current(now.atZone(Limits.ZONE).toLocalDate());
        Limit limit = level == Level.FIRST
                ? edition.supervision().first()
                : edition.supervision().second();
        Limits.DueTime due = Limits.due(now, limit, edition.closingTime(), calendar.currentForLimits());
        Supervision s = new Supervision(
                UuidCreator.getTimeOrderedEpoch(),
                store.number(now.atZone(Limits.ZONE).getYear()),
                order,
                orderNumber,
                unit,
                level,
                how,
                words,
                now,
                by.name(),
                due.due(),
                due.provisional());
        store.insert(s);
        triggers.settle(order, null, s.number(), now);
        record(s, by, "Issued");
        publisher.publishEvent(new OrderSupervised(order, orderNumber, unit, s.number(), now, s.due()));
        return s;
    }

    /** What became of one, for ever. */
    void record(Supervision s, Actor by, String type) {
        history.append(
                new Subject(Supervisions.KIND, s.id()),
                Instants.now(clock),
                by,
                type,
                SupervisionVerifier.FORMAT.write(s));
    }
}
