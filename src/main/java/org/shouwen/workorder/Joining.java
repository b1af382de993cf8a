package org.shouwen.workorder;

import java.util.Optional;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Pure;
import org.shouwen.regulation.Refused;

/**
 * 并单: the same matter from many people is one lead order (ruling 10). Whether an order may go under another. Pure:
 * looks nothing up.
 */
@Pure
final class Joining {
    private Joining() {}

    /** @param leads whether others are joined under the order itself */
    static Optional<Refused> refuse(OrderRow order, boolean leads, OrderRow lead) {
        if (lead.id().equals(order.id())) return no("join-itself");
        if (leads) return no("join-leads-others");
        return switch (lead.order()) {
            case WorkOrder.Joined j -> no("join-joined", j.lead());
            case WorkOrder.Closed _ -> no("join-closed");
            case WorkOrder.Registered _, WorkOrder.AwaitingReceipt _, WorkOrder.InHand _, WorkOrder.Reported _ ->
                // what is urgent never becomes less so by being joined (Art. 17)
                order.urgent() != null && lead.urgent() == null ? no("join-urgent-first") : Optional.empty();
        };
    }

    private static Optional<Refused> no(String words, Object... args) {
        return Optional.of(new Refused(Clause.A12_5, "workorder.refused." + words, args));
    }
}
