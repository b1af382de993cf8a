package org.shouwen.workorder;

import java.util.List;

/** Many orders that moved at once, by the clock or a calendar; published within that transaction. */
public record OrdersMoved(List<OrderMoved> moved) {
    public OrdersMoved {
        moved = List.copyOf(moved);
    }
}
