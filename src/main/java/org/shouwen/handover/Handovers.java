package org.shouwen.handover;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Limit;
import org.shouwen.regulation.Refused;
import org.shouwen.workorder.Assignment;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for handovers to the petition office and special reports to city leaders (Art. 18, 19). The order's own clocks run on. */
@Service
@Transactional
public class Handovers {
    private final HandoverStore store;
    private final WorkOrderBoard board;
    private final WorkCalendar calendar;
    private final Editions editions;
    private final History history;
    private final InstantSource clock;
    private final OrderTextRedactor orderWords;
    private final HandoverNotifications notifications;
    private final ApplicationEventPublisher events;

    Handovers(
            HandoverStore store,
            WorkOrderBoard board,
            WorkCalendar calendar,
            Editions editions,
            History history,
            InstantSource clock,
            OrderTextRedactor orderWords,
            HandoverNotifications notifications,
            ApplicationEventPublisher events) {
        this.events = events;
        this.notifications = notifications;
        this.orderWords = orderWords;
        this.store = store;
        this.board = board;
        this.calendar = calendar;
        this.editions = editions;
        this.history = history;
        this.clock = clock;
    }

    /** All of the city, or a unit's own special reports: what is awaited first. */
    @Transactional(readOnly = true)
    public Page<Handover> list(CurrentUser by, @Nullable After after, int limit) {
        return store.list(by.unit(), onlyReports(by), ConflictOfInterest.reader(by), after, limit);
    }

    public Handover handOver(
            String orderNumber,
            Handover.Kind kind,
            Clause ground,
            String recipient,
            String words,
            int workingDays,
            CurrentUser by) {
        OrderPage order = board.page(orderNumber, by);
        Assignment duty = order.order().dutyOrNull();
        UnitId lead = duty == null ? new UnitId("") : duty.lead();
        String reason = orderWords.unnamed(orderNumber, words, by.actor());
        refuse(Handover.refuse(kind, ground, recipient, reason, workingDays, lead, by));
        Instant now = now();
        Limits.DueTime due = Limits.due(
                now,
                new Limit.WorkingDays(workingDays),
                editions.current(now.atZone(Limits.ZONE).toLocalDate()).closingTime(),
                calendar.currentForLimits());
        Handover h = new Handover(
                UuidCreator.getTimeOrderedEpoch(),
                store.number(now.atZone(Limits.ZONE).getYear()),
                kind,
                ground,
                order.id(),
                order.number(),
                by.unit(),
                recipient,
                reason,
                now,
                by.name(),
                due.due(),
                due.provisional(),
                null,
                "",
                null,
                null);
        store.insert(h);
        record(h, by.actor(), "HandedOver");
        notifications.handedOver(h);
        if (kind == Handover.Kind.PETITION)
            events.publishEvent(new PetitionHandedOver(h.number(), h.order(), h.orderNumber(), recipient, reason, by));
        return h;
    }

    public Handover answer(String number, String said, CurrentUser by) {
        get(number, by);
        Handover h = store.lock(number).orElseThrow(() -> new NotFound("handover", number));
        String words = orderWords.unnamed(h.orderNumber(), said, by.actor());
        refuse(h.refuseAnswer(words, by));
        return answered(h, words, by.actor());
    }

    Handover answered(Handover h, String words, Actor by) {
        Handover answered = h.answered(now(), orderWords.unnamed(h.orderNumber(), words, by));
        store.answered(answered);
        record(answered, by, "Answered");
        notifications.answered(answered);
        return answered;
    }

    /** The city leader whom a special report is for has read it; the first reading stays. */
    public Handover read(String number, CurrentUser by) {
        Handover h = get(number, by);
        if (!h.isFor(by)) throw new Refused(h.ground(), "handover.refused.not-yours").toRefusal();
        Handover locked = store.lock(number).orElseThrow(() -> new NotFound("handover", number));
        if (locked.readAt() != null) return locked;
        Handover read = locked.read(now(), by.name());
        store.read(read);
        record(read, by.actor(), "Read");
        return read;
    }

    private static boolean onlyReports(CurrentUser by) {
        return by.has(Role.CITY_LEADER) && !by.has(Role.BUREAU) && !by.has(Role.DISPATCHER);
    }

    /** @throws NotFound when there is none, or it is not the person's to see */
    @Transactional(readOnly = true)
    public Handover get(String number, CurrentUser by) {
        UnitId unit = by.unit();
        return store.find(number)
                .filter(h -> unit == null ? !board.about(by, h.orderNumber()) : unit.equals(h.unit()))
                .filter(h -> !onlyReports(by) || h.isFor(by))
                .orElseThrow(() -> new NotFound("handover", number));
    }

    void record(Handover h, Actor by, String type) {
        history.append(new Subject("handover", h.id()), now(), by, type, HandoverVerifier.FORMAT.write(h));
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
