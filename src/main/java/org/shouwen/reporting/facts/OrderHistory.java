package org.shouwen.reporting.facts;

import java.util.List;
import org.shouwen.history.Recorded;
import org.shouwen.history.StoredFormat;
import org.shouwen.workorder.Event;

/** Entries of an order's history, from its first to its last, as folds take them. */
final class OrderHistory {
    private static final StoredFormat<Event> EVENTS = StoredFormat.of(Event.class);

    private OrderHistory() {}

    static List<OrderFold.Happening> read(List<Recorded> history) {
        return history.stream()
                .map(r -> new OrderFold.Happening(EVENTS.read(r.body()), r.at()))
                .toList();
    }
}
