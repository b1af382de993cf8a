package org.shouwen.callback;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.Date;
import java.time.LocalDate;
import java.util.UUID;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.Assignment;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whoever said that it was not solved, or is not content, is called back for certain, whatever the draw says (Art. 14,
 * ruling 40); once the order is opened again, a call about the old outcome that nobody has made yet is off.
 */
@Component
@Basis(Clause.A14)
class DiscontentCallback {
    private final JdbcClient jdbc;
    private final WorkOrderBoard board;
    private final UnitScope scope;

    DiscontentCallback(JdbcClient jdbc, WorkOrderBoard board, UnitScope scope) {
        this.jdbc = jdbc;
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
                        insertRated(
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
                dropUntried(moved.order());
                return moved;
            });
    }

    /** Nothing where a call about this order waits already: one call asks it all. */
    private void insertRated(UUID id, LocalDate day, UUID order, String number, Assignment duty, String kind) {
        jdbc.sql("""
                        insert into supervision.callback (id, day, order_id, order_number, unit, kind, limit_class, state, rated)
                        select :id, :day, :order, :number, :unit, :kind, :class, 'WAITING', true
                        where not exists (select from supervision.callback where order_id = :order and state = 'WAITING')
                        """)
                .param("id", id)
                .param("day", Date.valueOf(day))
                .param("order", order)
                .param("number", number)
                .param("unit", duty.lead().code())
                .param("kind", kind)
                .param("class", duty.limitClass())
                .update();
    }

    /** Nobody has called yet, and the outcome they would ask about is none any more. */
    private void dropUntried(UUID order) {
        jdbc.sql("delete from supervision.callback where order_id = :order and state = 'WAITING' and attempts = 0")
                .param("order", order)
                .update();
    }
}
