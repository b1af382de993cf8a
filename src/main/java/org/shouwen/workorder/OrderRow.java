package org.shouwen.workorder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.Confidentiality;
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
        Confidentiality shield,
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
                WorkOrderReplay.evolve(order, event, at),
                Urgent.evolve(urgent, event, at),
                ConfidentialityReplay.evolve(shield, event, at),
                newChain);
    }

    /** Number of the order that leads this one; null when it goes under none. */
    @Nullable
    String leadOrNull() {
        return order instanceof WorkOrder.Joined j ? j.lead() : null;
    }

    OrderRow with(WorkOrder newOrder, Chain newChain) {
        return new OrderRow(id, number, appeal, registeredAt, newOrder, urgent, shield, newChain);
    }

    /** As it was before anything happened. */
    OrderRow blank() {
        return new OrderRow(
                id, number, appeal, registeredAt, new WorkOrder.Registered(), null, Confidentiality.NONE, chain);
    }
}
