package org.shouwen.workorder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Chain;
import org.shouwen.history.Subject;

/** An order with what its row knows beside its state. */
record OrderRow(
        UUID id,
        String number,
        UUID appeal,
        Instant registeredAt,
        WorkOrder order,
        @Nullable Urgent urgent,
        Chain chain) {
    static final String KIND = "work_order";

    Subject subject() {
        return new Subject(KIND, id);
    }

    /** As an event leaves it. */
    OrderRow after(Event event, Instant at, Chain newChain) {
        return new OrderRow(
                id,
                number,
                appeal,
                registeredAt,
                Evolution.evolve(order, event, at),
                Urgent.evolve(urgent, event, at),
                newChain);
    }

    OrderRow notUrgent() {
        return new OrderRow(id, number, appeal, registeredAt, order, null, chain);
    }

    OrderRow with(WorkOrder newOrder, Chain newChain) {
        return new OrderRow(id, number, appeal, registeredAt, newOrder, urgent, newChain);
    }
}
