package org.shouwen.supervision;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.HeldRowCheck;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.supervision.Supervision.How;
import org.shouwen.supervision.Supervision.Level;
import org.shouwen.workorder.Assignment;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Service for supervision: what calls for it, what was issued, what was answered, and what was not (Art. 16). */
@Service
@Transactional
public class Supervisions {
    /** Kind of the subject under which a supervision's history is kept. */
    public static final String KIND = "supervision";

    private final SupervisionStore store;
    private final TriggerStore triggers;
    private final HeldRowCheck held;
    private final WorkOrderBoard board;
    private final WorkCalendar calendar;
    private final Issuing issuing;
    private final History history;
    private final JsonMapper json;
    private final ApplicationEventPublisher publisher;
    private final InstantSource clock;
    private final OrderTextRedactor orderWords;

    Supervisions(
            SupervisionStore store,
            TriggerStore triggers,
            WorkOrderBoard board,
            WorkCalendar calendar,
            Issuing issuing,
            History history,
            JsonMapper json,
            ApplicationEventPublisher publisher,
            InstantSource clock,
            OrderTextRedactor orderWords,
            HeldRowCheck held) {
        this.held = held;
        this.orderWords = orderWords;
        this.store = store;
        this.triggers = triggers;
        this.board = board;
        this.calendar = calendar;
        this.issuing = issuing;
        this.history = history;
        this.json = json;
        this.publisher = publisher;
        this.clock = clock;
    }

    /** What waits for a ruling, oldest first. */
    @Transactional(readOnly = true)
    public Page<Trigger> triggers(CurrentUser by, @Nullable After after, int limit) {
        return by.ofPlatform() ? triggers.open(ConflictOfInterest.reader(by), after, limit) : Page.empty();
    }

    /** All of the city, or of the person's unit: open ones first. */
    @Transactional(readOnly = true)
    public Page<Supervision> list(CurrentUser by, @Nullable After after, int limit) {
        Page<Supervision> page = store.list(by.unit(), ConflictOfInterest.reader(by), after, limit);
        return by.ofPlatform() ? page : page.map(Supervision::forUnits);
    }

    @Transactional(readOnly = true)
    public List<Supervision> ofOrder(UUID order) {
        return store.ofOrder(order);
    }

    /** @throws NotFound when there is none, or it is not the person's to see */
    @Transactional(readOnly = true)
    public Supervision get(String number, CurrentUser by) {
        UnitId unit = by.unit();
        return store.find(number)
                .filter(s -> unit == null ? !board.about(by, s.orderNumber()) : unit.equals(s.unit()))
                .map(s -> unit == null ? s : s.forUnits())
                .orElseThrow(() -> new NotFound("supervision", number));
    }

    /** A person names a plain mistake in the handling of an order. */
    public void name(String orderNumber, String said, CurrentUser by) {
        OrderPage order = board.page(orderNumber, by);
        String words = orderWords.unnamed(orderNumber, said, by.actor());
        triggers.add(List.of(
                Trigger.of(order.id(), orderNumber, lead(order), Trigger.Kind.PERSON, now(), words, by.name())));
    }

    /** A person rules that a trigger needs no supervision, and says why. */
    public void dismiss(UUID trigger, String written, CurrentUser by) {
        Trigger t = triggers.openTrigger(trigger)
                .filter(o -> !board.about(by, o.orderNumber()))
                .orElseThrow(() -> new NotFound("trigger", trigger.toString()));
        String why = orderWords.unnamed(t.orderNumber(), written, by.actor());
        triggers.settle(t.order(), t.id(), why, now());
        history.append(
                new Subject("supervision_trigger", t.id()),
                now(),
                by.actor(),
                "Dismissed",
                json.writeValueAsString(Map.of("order", t.orderNumber(), "kind", t.kind(), "why", why)));
    }

    /**
     * Issues a supervision; the order's open triggers are settled by it.
     *
     * @throws org.shouwen.problems.Refusal under Art. 16
     */
    public Supervision issue(String orderNumber, Level level, How how, String said, CurrentUser by) {
        OrderPage order = board.page(orderNumber, by);
        requireRemembered(order.id());
        String words = orderWords.unnamed(orderNumber, said, by.actor());
        store.lockIssuing(order.id()); // two persons at one moment: the other sees the first
        refuse(SupervisionRules.issue(
                level, how, words, by, SupervisionRules.ofUnit(store.ofOrder(order.id()), lead(order))));
        return issuing.issue(order.id(), orderNumber, lead(order), level, how, words, by.actor());
    }

    /** The unit's answer, or what the platform heard on the phone or saw on site. */
    public Supervision answer(String number, String said, @Nullable PaperRef signed, CurrentUser by) {
        get(number, by);
        Supervision s = store.lock(number).orElseThrow(() -> new NotFound("supervision", number));
        requireRemembered(s.order());
        String words = orderWords.unnamed(s.orderNumber(), said, by.actor());
        refuse(SupervisionRules.answer(s, words, signed, by));
        Supervision answered = s.answered(now(), words, signed);
        store.answered(answered);
        issuing.record(answered, by.actor(), "Answered");
        return answered;
    }

    /** After the appellant's term nobody could take them out of what is added (Art. 21). */
    private void requireRemembered(UUID order) {
        if (board.forgotten(order)) throw new Refused(Clause.A21, "workorder.refused.forgotten").toRefusal();
    }

    /** A first that passed its limit calls for a second by itself; a second that did opens an accountability case. */
    int escalate() {
        Instant now = now();
        calendar.currentForLimits(); // before the rows: who loads a calendar takes its lock first, and then the rows
        List<Supervision> due = held.standing("supervision.supervision", store.lockDue(now, 200), Supervision::id);
        for (Supervision s : due) {
            if (!SupervisionRules.escalates(s, now)) continue;
            store.escalated(s.id(), now);
            issuing.record(s.escalated(now), Actor.SYSTEM, "Escalated");
            if (s.level() == Level.FIRST) {
                issuing.issue(
                        s.order(), s.orderNumber(), s.unit(), Level.SECOND, How.DOCUMENT, s.words(), Actor.SYSTEM);
            } else {
                publisher.publishEvent(new Unanswered(s.number(), s.order(), s.orderNumber(), s.unit(), now));
            }
        }
        return due.size();
    }

    private static UnitId lead(OrderPage order) {
        Assignment duty = order.order().dutyOrNull();
        if (duty == null) throw new Refused(Clause.A16, "supervision.refused.not-dispatched").toRefusal();
        return duty.lead();
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
