package org.shouwen.workorder;

import java.util.List;

/** Event: limits or overdue marks of many orders were changed at once, by the sweep or by a new calendar. Published within that transaction. */
public record OrdersMoved(List<OrderMoved> moved) {
    public OrdersMoved {
        moved = List.copyOf(moved);
    }
}
