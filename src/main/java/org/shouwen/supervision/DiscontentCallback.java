package org.shouwen.supervision;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.wall.UnitScope;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Whoever said that it was not solved, or is not content, is called back for certain, whatever the draw says (Art. 14,
 * ruling 40); once the order is opened again, a call about the old outcome that nobody has made yet is off.
 */
@Component
@Basis(Clause.A14)
class DiscontentCallback {
    private final CallbackStore store;
    private final WorkOrderBoard board;
    private final UnitScope scope;

    DiscontentCallback(CallbackStore store, WorkOrderBoard board, UnitScope scope) {
        this.store = store;
        this.board = board;
        this.scope = scope;
    }

    @EventListener
    void on(OrderMoved moved) {
        if (moved.event() instanceof Event.Rated e && e.discontent())
            scope.asPlatform(() -> {
                board.ofNumber(moved.number()).ifPresent(page -> {
                    if (page.order() instanceof WorkOrder.Closed o) {
                        LocalDate day = moved.at().atZone(Limits.ZONE).toLocalDate();
                        store.insertRated(
                                UuidCreator.getTimeOrderedEpoch(),
                                day,
                                moved.order(),
                                moved.number(),
                                o.duty(),
                                page.matter().kind());
                    }
                });
                return moved;
            });
        if (moved.event() instanceof Event.Reopened)
            scope.asPlatform(() -> {
                store.dropUntried(moved.order());
                return moved;
            });
    }
}
