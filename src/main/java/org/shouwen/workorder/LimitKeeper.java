package org.shouwen.workorder;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.calendar.CalendarChange;
import org.shouwen.calendar.LimitHolder;
import org.shouwen.calendar.Moved;
import org.shouwen.calendar.Provisional;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.workorder.HeldOrders.Locked;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Marks what becomes overdue, and moves open limits when a calendar is loaded; both for many orders in few statements. */
@Component
@Order(1)
@Basis({Clause.A13_1, Clause.A13_2})
class LimitKeeper implements LimitHolder, OwnThreadJob {
    static final int AT_ONCE = 1000;

    private final LimitStore store;
    private final HeldOrders held;
    private final History history;
    private final EventJson json;
    private final Editions editions;
    private final ApplicationEventPublisher publisher;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    LimitKeeper(
            LimitStore store,
            HeldOrders held,
            History history,
            EventJson json,
            Editions editions,
            ApplicationEventPublisher publisher,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.held = held;
        this.history = history;
        this.json = json;
        this.editions = editions;
        this.publisher = publisher;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "workorder-overdue";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** Marks all that is overdue by now, a thousand at a time; each mark says since when, not when it was seen. */
    @Override
    public void run() {
        while (sweep() == AT_ONCE) {
            // more are waiting
        }
    }

    /** @return how many orders were marked */
    int sweep() {
        Integer marked = transaction.execute(_ -> {
            Instant now = Instants.now(clock);
            List<OrderRow> late = held.standing(store.lockNewlyOverdue(now, AT_ONCE));
            List<LimitChange> changes = late.stream()
                    .map(row -> LimitChange.of(row, Deadlines.tick(row.order(), now), now))
                    .filter(c -> !c.events().isEmpty())
                    .toList();
            return record(changes, now, Actor.SYSTEM);
        });
        return marked == null ? 0 : marked;
    }

    @Override
    public List<Provisional> provisional() {
        return store.provisional();
    }

    @Override
    public Set<String> columns() {
        return Set.of(
                "workorder.work_order.receive_by",
                "workorder.work_order.receive_provisional",
                "workorder.work_order.handle_by",
                "workorder.work_order.handle_provisional",
                "workorder.work_order.parts",
                "workorder.work_order.part_due");
    }

    /** Also replays what it would move, so that the load itself, for which all others wait, need not. */
    @Override
    public List<Moved> preview(CalendarChange change) {
        Instant now = Instants.now(clock);
        List<Moving> moving = moving(store.open(), change.days(), now);
        held.prove(moving.stream().map(Moving::locked).toList());
        return moved(changes(moving, now));
    }

    @Override
    public List<Moved> recalculate(CalendarChange change, Instant now, Actor by) {
        List<Moving> moving = moving(store.lockOpen(), change.days(), now);
        Set<UUID> standing = held.standing(moving.stream().map(Moving::locked).toList()).stream()
                .map(OrderRow::id)
                .collect(Collectors.toSet());
        List<LimitChange> changes = changes(
                moving.stream()
                        .filter(m -> standing.contains(m.locked().row().id()))
                        .toList(),
                now);
        record(changes, now, by);
        return moved(changes);
    }

    /** An order that a calendar moves, and how. */
    private record Moving(Locked locked, List<Event> events) {}

    private List<Moving> moving(List<Locked> open, WorkingDays days, Instant now) {
        return open.stream()
                .map(l -> new Moving(l, recalculated(l.row(), days, now)))
                .filter(m -> !m.events().isEmpty())
                .toList();
    }

    private static List<LimitChange> changes(List<Moving> moving, Instant now) {
        return moving.stream()
                .map(m -> LimitChange.of(m.locked().row(), m.events(), now))
                .toList();
    }

    private List<Event> recalculated(OrderRow row, WorkingDays days, Instant now) {
        Assignment duty = row.order().dutyOrNull();
        return duty == null
                ? List.of()
                : Deadlines.recalculate(row.order(), now, new DecisionContext(editions.get(duty.edition()), days));
    }

    /** One round of entries for the first event of each order, and one more for each further one. */
    private int record(List<LimitChange> changes, Instant now, Actor by) {
        List<OrderRow> rows = new ArrayList<>(changes.size());
        for (LimitChange c : changes) rows.add(c.before());
        int most = changes.stream().mapToInt(c -> c.events().size()).max().orElse(0);
        for (int round = 0; round < most; round++) {
            List<Entry> entries = new ArrayList<>();
            List<Integer> whose = new ArrayList<>();
            for (int i = 0; i < changes.size(); i++) {
                if (changes.get(i).events().size() <= round) continue;
                Event event = changes.get(i).events().get(round);
                OrderRow row = rows.get(i);
                entries.add(new Entry(row.subject(), row.chain(), now, by, EventJson.name(event), json.write(event)));
                whose.add(i);
            }
            List<Chain> chains = history.appendAll(entries);
            for (int k = 0; k < whose.size(); k++) {
                int i = whose.get(k);
                rows.set(i, rows.get(i).with(changes.get(i).after().order(), chains.get(k)));
            }
        }
        store.update(rows);
        rows.forEach(held::wrote);
        List<OrderMoved> moved = new ArrayList<>();
        for (LimitChange c : changes) for (Event event : c.events()) moved.add(OrderMoved.of(c.after(), event, now));
        if (!moved.isEmpty()) publisher.publishEvent(new OrdersMoved(moved));
        return changes.size();
    }

    private static List<Moved> moved(List<LimitChange> changes) {
        return changes.stream().flatMap(c -> c.moved().stream()).toList();
    }
}
