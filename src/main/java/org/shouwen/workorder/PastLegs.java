package org.shouwen.workorder;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** When an order goes on to another unit, writes down how it stood with the unit that it leaves: whether it was late there stays that unit's record (Art. 13.1, ruling 43). */
@Component
@Basis(Clause.A13_1)
class PastLegs {
    private final JdbcClient jdbc;

    PastLegs(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param before the order as it stood when the events happened to it */
    void ended(OrderRow before, List<Event> events, Instant at) {
        Assignment duty = before.order().dutyOrNull();
        if (duty == null) return;
        events.stream()
                .map(PastLegs::how)
                .flatMap(Optional::stream)
                .findFirst()
                .ifPresent(how -> keep(before, duty, how, at));
    }

    private static Optional<String> how(Event event) {
        if (event instanceof Event.ReturnGranted) return Optional.of("RETURNED");
        if (event instanceof Event.Redispatched) return Optional.of("REDISPATCHED");
        return event instanceof Event.Recalled ? Optional.of("RECALLED") : Optional.empty();
    }

    private void keep(OrderRow before, Assignment duty, String how, Instant at) {
        jdbc.sql("""
                        insert into workorder.past_leg (order_id, order_number, unit, limit_class, dispatched_at,
                            receive_by, handle_by, received_at, receipt_overdue_at, handling_overdue_at, reworks,
                            ended_at, how)
                        values (:order, :number, :unit, :class, :dispatched, :receiveBy, :handleBy, :received,
                            :receiptOverdue, :handlingOverdue, :reworks, :at, :how)
                        on conflict do nothing
                        """)
                .param("order", before.id())
                .param("number", before.number())
                .param("unit", duty.lead().code())
                .param("class", duty.limitClass())
                .param("dispatched", Timestamp.from(duty.dispatchedAt()))
                .param("receiveBy", Timestamp.from(duty.receipt().at()))
                .param("handleBy", Timestamp.from(duty.handling().at()))
                .param("received", Instants.timestamp(duty.receivedAt()))
                .param("receiptOverdue", Instants.timestamp(duty.receiptOverdue()))
                .param("handlingOverdue", Instants.timestamp(duty.handlingOverdue()))
                .param("reworks", duty.reworks())
                .param("at", Timestamp.from(at))
                .param("how", how)
                .update();
    }
}
