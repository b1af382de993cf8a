package org.shouwen.workorder;

import java.time.Instant;
import java.util.UUID;
import org.shouwen.history.Chain;
import org.shouwen.history.Subject;

/** An order with what its row knows beside its state. */
record OrderRow(UUID id, String number, UUID appeal, Instant registeredAt, WorkOrder order, Chain chain) {
    static final String KIND = "work_order";

    Subject subject() {
        return new Subject(KIND, id);
    }

    OrderRow with(WorkOrder newOrder, Chain newChain) {
        return new OrderRow(id, number, appeal, registeredAt, newOrder, newChain);
    }
}
