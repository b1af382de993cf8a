package org.shouwen.workorder;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.HeldRowCheck;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.springframework.stereotype.Component;

/**
 * Holds an order's row against its history before anything is done with it: what was changed past the product is refused
 * with an alarm, and never becomes part of the history (ruling 11).
 *
 * A row that this process wrote itself or replayed before, and that still stands so, needs no replay.
 */
@Component
class HeldOrders {
    /** More than a city has open, so that a calendar's load, which takes them in turn, finds what was proven before it. */
    private static final int REMEMBERED = 50_000;

    private static final int AT_ONCE = 1_000;
    private static final String TABLE = "workorder.work_order";

    /** @param kept the row's columns as they stand */
    record Locked(OrderRow row, List<@Nullable Object> kept) {}

    private final Map<UUID, Proof> proven = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Proof> eldest) {
            return size() > REMEMBERED;
        }
    });
    private final HeldRowCheck check;
    private final RowMapping mapping;
    private final EventJson json;

    HeldOrders(HeldRowCheck check, RowMapping mapping, EventJson json) {
        this.check = check;
        this.mapping = mapping;
        this.json = json;
    }

    /** Rows as they were just written. */
    void wrote(OrderRow row) {
        proven.put(row.id(), Proof.of(row, mapping.expected(row)));
    }

    /** @throws org.shouwen.problems.ChangedOutside when the row is not what its history makes it */
    OrderRow require(Locked order) {
        if (standing(List.of(order)).isEmpty())
            throw check.refuse(TABLE, order.row().number());
        return order.row();
    }

    /** Those that are what their histories make them; about each other one an alarm is raised. */
    List<OrderRow> standing(List<Locked> orders) {
        Set<UUID> changed = new HashSet<>();
        for (Locked o : prove(orders)) {
            changed.add(o.row().id());
            check.alarm(TABLE, o.row().number(), o.row().chain().seq());
        }
        return orders.stream()
                .map(Locked::row)
                .filter(row -> !changed.contains(row.id()))
                .toList();
    }

    /**
     * Holds them against their histories and remembers those that stand, so that an act that follows needs no replay.
     *
     * @param orders need not be locked where the answer is left: what somebody else changes meanwhile is only not remembered
     * @return those that do not stand
     */
    List<Locked> prove(List<Locked> orders) {
        List<Unproven> unknown = orders.stream()
                .map(o -> new Unproven(o, Proof.of(o.row(), o.kept())))
                .filter(u -> !u.proof().equals(proven.get(u.order().row().id())))
                .toList();
        List<Locked> changed = new ArrayList<>();
        for (int from = 0; from < unknown.size(); from += AT_ONCE) {
            List<Unproven> some = unknown.subList(from, Math.min(from + AT_ONCE, unknown.size()));
            Map<Subject, List<Recorded>> entries = check.histories(
                    OrderRow.KIND, some.stream().map(u -> u.order().row().id()).toList());
            for (Unproven u : some) {
                OrderRow row = u.order().row();
                if (stands(u.order(), entries.getOrDefault(row.subject(), List.of()))) proven.put(row.id(), u.proof());
                else changed.add(u.order());
            }
        }
        return changed;
    }

    private record Unproven(Locked order, Proof proof) {}

    private boolean stands(Locked order, List<Recorded> entries) {
        OrderRow row = order.row();
        if (entries.isEmpty() || entries.getLast().seq() != row.chain().seq()) return false;
        return row.registeredAt().equals(entries.getFirst().at())
                && replayed(row, entries)
                        .filter(r -> mapping.expected(r).equals(order.kept()))
                        .isPresent();
    }

    /** As its entries make it; empty where they are another order's, or can't be read: then the row does not stand either. */
    private Optional<OrderRow> replayed(OrderRow row, List<Recorded> entries) {
        try {
            OrderRow replayed = row.blank();
            for (Recorded entry : entries) {
                Event event = json.read(entry.body());
                if (event instanceof Event.Registered e
                        && (!e.number().equals(row.number()) || !e.appeal().equals(row.appeal())))
                    return Optional.empty();
                replayed = replayed.after(event, entry.at(), row.chain());
            }
            return Optional.of(replayed);
        } catch (RuntimeException damaged) {
            return Optional.empty();
        }
    }
}
