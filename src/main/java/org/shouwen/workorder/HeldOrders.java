package org.shouwen.workorder;

import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
 * A row that this process wrote itself and that still stands so needs no replay.
 */
@Component
class HeldOrders {
    private static final int REMEMBERED = 20_000;
    private static final String TABLE = "workorder.work_order";

    /** @param kept the row's columns as they stand */
    record Locked(OrderRow row, List<@Nullable Object> kept) {}

    private final Map<UUID, Integer> written = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Integer> eldest) {
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
        written.put(row.id(), mark(row, mapping.expected(row)));
    }

    /** @throws org.shouwen.problems.ChangedOutside when the row is not what its history makes it */
    OrderRow require(Locked order) {
        if (standing(List.of(order)).isEmpty())
            throw check.refuse(TABLE, order.row().number());
        return order.row();
    }

    /** Those that are what their histories make them; about each other one an alarm is raised. */
    List<OrderRow> standing(List<Locked> orders) {
        List<Locked> unknown = orders.stream()
                .filter(o -> !Objects.equals(written.get(o.row().id()), mark(o.row(), o.kept())))
                .toList();
        if (unknown.isEmpty()) return orders.stream().map(Locked::row).toList();
        Map<Subject, List<Recorded>> entries = check.histories(
                OrderRow.KIND, unknown.stream().map(o -> o.row().id()).toList());
        Set<UUID> changed = new HashSet<>();
        for (Locked o : unknown) {
            if (stands(o, entries.getOrDefault(o.row().subject(), List.of()))) continue;
            changed.add(o.row().id());
            check.alarm(TABLE, o.row().number(), o.row().chain().seq());
        }
        return orders.stream()
                .map(Locked::row)
                .filter(row -> !changed.contains(row.id()))
                .toList();
    }

    private boolean stands(Locked order, List<Recorded> entries) {
        OrderRow row = order.row();
        if (entries.isEmpty() || entries.getLast().seq() != row.chain().seq()) return false;
        OrderRow replayed = row.blank();
        for (Recorded entry : entries) {
            Event event = json.read(entry.body());
            if (event instanceof Event.Registered e
                    && (!e.number().equals(row.number()) || !e.appeal().equals(row.appeal()))) return false;
            replayed = replayed.after(event, entry.at(), row.chain());
        }
        return row.registeredAt().equals(entries.getFirst().at())
                && mapping.expected(replayed).equals(order.kept());
    }

    private static int mark(OrderRow row, List<@Nullable Object> kept) {
        return Objects.hash(
                row.number(), row.appeal(), row.registeredAt(), row.chain().seq(), kept);
    }
}
