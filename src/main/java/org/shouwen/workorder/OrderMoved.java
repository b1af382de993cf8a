package org.shouwen.workorder;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * Published within the transaction in which an order moved; those above tell the appellant, count, supervise.
 *
 * @param lead who leads after it moved; null before dispatch
 * @param section of the lead that has the order then; null: none
 * @param officer of the lead who has it then; null: nobody in particular
 * @param returns how often the matter had been returned, or its return refused to the unit that has it
 */
public record OrderMoved(
        UUID order,
        String number,
        UUID appeal,
        @Nullable UnitId lead,
        @Nullable UUID section,
        @Nullable UUID officer,
        int returns,
        Event event,
        Instant at) {
    static OrderMoved of(OrderRow row, Event event, Instant at) {
        Assignment duty = row.order().dutyOrNull();
        return new OrderMoved(
                row.id(),
                row.number(),
                row.appeal(),
                duty == null ? null : duty.lead(),
                duty == null ? null : duty.section(),
                duty == null ? null : duty.officer(),
                duty == null ? 0 : duty.asked().returns() + duty.asked().refusals(),
                event,
                at);
    }
}
