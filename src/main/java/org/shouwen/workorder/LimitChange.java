package org.shouwen.workorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.shouwen.calendar.Moved;
import org.shouwen.regulation.Pure;

/** What a sweep or a calendar does to one order's limits. */
@Pure
record LimitChange(OrderRow before, OrderRow after, List<Event> events) {
    static LimitChange of(OrderRow row, List<Event> events, Instant now) {
        WorkOrder order = row.order();
        for (Event event : events) order = WorkOrderReplay.evolve(order, event, now);
        return new LimitChange(row, row.with(order, row.chain()), events);
    }

    /** The limits that a calendar moved, of the unit that leads and of those that have a part. */
    List<Moved> moved() {
        Assignment duty = before.order().dutyOrNull();
        if (duty == null || !(events.getFirst() instanceof Event.LimitsMoved e)) return List.of();
        List<Moved> moved = new ArrayList<>();
        String lead = duty.lead().code();
        add(moved, "receipt", lead, e.oldReceipt(), e.newReceipt());
        add(moved, "handling", lead, e.oldHandling(), e.newHandling());
        for (Contribution part : duty.parts())
            e.parts().stream()
                    .filter(p -> p.unit().equals(part.unit()))
                    .forEach(p -> add(moved, "part", part.unit().code(), part.due(), p.due()));
        return moved;
    }

    private void add(List<Moved> moved, String limit, String unit, Due was, Due is) {
        if (!was.equals(is))
            moved.add(new Moved("order", before.number(), limit, unit, was.at(), is.at(), is.provisional()));
    }
}
