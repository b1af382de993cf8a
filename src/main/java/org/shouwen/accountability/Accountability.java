package org.shouwen.accountability;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.supervision.Unanswered;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Service for breaches: opened by the Bureau or by a supervision that nobody answered, heard, found, referred. */
@Service
@Transactional
public class Accountability {
    private final BreachStore store;
    private final WorkOrderBoard board;
    private final Directory directory;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final OrderTextRedactor orderWords;

    Accountability(
            BreachStore store,
            WorkOrderBoard board,
            Directory directory,
            History history,
            JsonMapper json,
            InstantSource clock,
            OrderTextRedactor orderWords) {
        this.orderWords = orderWords;
        this.store = store;
        this.board = board;
        this.directory = directory;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Breach> list(CurrentUser by, @Nullable After after, int limit) {
        return store.list(ConflictOfInterest.reader(by), after, limit);
    }

    @Transactional(readOnly = true)
    public Breach get(String number, CurrentUser by) {
        return store.find(number)
                .filter(b -> !board.about(by, b.orderNumber()))
                .orElseThrow(() -> new NotFound("breach", number));
    }

    /** @param orderNumber whose history becomes the evidence as it stands now; null when no order stands behind it */
    public Breach open(
            String unitCode, String person, Clause ground, @Nullable String orderNumber, String words, CurrentUser by) {
        UnitId unit = new UnitId(unitCode);
        if (directory.unit(unit).isEmpty()) throw new BadInput("unit", "problems.field.unknown", unitCode);
        refuse(BreachRules.open(ground, words, by));
        OrderPage order = orderNumber == null ? null : board.page(orderNumber, by);
        if (order != null) refuse(BreachRules.evidence(unit, leading(order, by), ground));
        return opened(unit, person, ground, order, words, by.actor());
    }

    /** Who handles a joined order handles the one that leads it (ruling 10). */
    private OrderPage leading(OrderPage order, CurrentUser by) {
        return order.order() instanceof WorkOrder.Joined joined ? board.page(joined.lead(), by) : order;
    }

    /** Ruling 9: a second supervision unanswered opens a case by itself, for what should have been done and was not. */
    @EventListener
    void on(Unanswered unanswered) {
        OrderPage order = board.ofNumber(unanswered.orderNumber()).orElse(null);
        opened(unanswered.unit(), "", Clause.A22_2, order, "督办 " + unanswered.supervision() + " 逾期未反馈", Actor.SYSTEM);
    }

    private Breach opened(
            UnitId unit, String person, Clause ground, @Nullable OrderPage order, String words, Actor by) {
        Instant now = now();
        String evidence = order == null ? "" : json.writeValueAsString(order.way());
        Breach b = new Breach(
                UuidCreator.getTimeOrderedEpoch(),
                store.number(now.atZone(Limits.ZONE).getYear()),
                unit,
                person,
                ground,
                order == null ? null : order.number(),
                order == null ? words : orderWords.unnamed(order.number(), words, by),
                evidence,
                Evidence.sha(evidence),
                now,
                by.name(),
                null,
                "",
                null,
                null,
                "",
                "",
                List.of(),
                false,
                null,
                null,
                null,
                Steps.opened(by.account(), now));
        store.insert(b);
        record(b, by, "Opened");
        return b;
    }

    /** What the unit or the person says to it. */
    public Breach hear(String number, String said, CurrentUser by) {
        Breach b = locked(number, by);
        String words = about(b, said, by);
        refuse(BreachRules.hear(b, words, by));
        return changed(b.heard(Steps.By.of(by, now()), words), by, "Heard");
    }

    public Breach find(
            String number, boolean upheld, String finding, String sanction, List<Clause> mitigation, CurrentUser by) {
        Breach b = locked(number, by);
        String why = about(b, finding, by);
        String with = about(b, sanction, by);
        refuse(BreachRules.find(b, upheld, why, with, mitigation, by));
        store.lockFindings(b.unit());
        Instant now = now(); // after the lock: what was waited for is not later than this
        boolean second = upheld && BreachRules.second(store.verified(b.unit(), now.minus(Duration.ofDays(367))), now);
        return changed(b.found(Steps.By.of(by, now), upheld, why, with, mitigation, second), by, "Found");
    }

    /** @param to 纪委监委 or the procuratorate */
    public Breach refer(String number, Clause lead, String to, CurrentUser by) {
        Breach b = locked(number, by);
        refuse(BreachRules.refer(b, lead, to, by));
        return changed(b.referred(now(), to, lead), by, "Referred");
    }

    private String about(Breach b, String words, CurrentUser by) {
        return b.orderNumber() == null ? words : orderWords.unnamed(b.orderNumber(), words, by.actor());
    }

    private Breach changed(Breach b, CurrentUser by, String type) {
        store.update(b);
        record(b, by.actor(), type);
        return b;
    }

    private Breach locked(String number, CurrentUser by) {
        return store.lock(number)
                .filter(b -> !board.about(by, b.orderNumber()))
                .orElseThrow(() -> new NotFound("breach", number));
    }

    private void record(Breach b, Actor by, String type) {
        history.append(new Subject("breach", b.id()), now(), by, type, BreachVerifier.FORMAT.write(b));
    }

    private static void refuse(Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
