package org.shouwen.supervision;

import java.util.List;
import org.shouwen.history.Actor;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Ends what a unit has not answered when the order goes on, by the platform or by a granted return: it can not answer for
 * what it has no more, nothing escalates against it, and the next unit begins without a supervision (ruling 5).
 */
@Component
@Basis(Clause.A16)
class EndedSupervisions {
    private final JdbcClient jdbc;
    private final SupervisionStore store;
    private final Issuing issuing;
    private final UnitScope scope;

    EndedSupervisions(JdbcClient jdbc, SupervisionStore store, Issuing issuing, UnitScope scope) {
        this.jdbc = jdbc;
        this.store = store;
        this.issuing = issuing;
        this.scope = scope;
    }

    @EventListener
    void on(OrderMoved moved) {
        String why = why(moved.event());
        if (why.isEmpty()) return;
        scope.asPlatform(() -> {
            List<Supervision> open = store.ofOrder(moved.order()).stream()
                    .filter(s -> s.endedAt() == null)
                    .toList();
            for (Supervision s : open)
                store.lock(s.number()).map(l -> l.ended(moved.at(), why)).ifPresent(this::end);
            return open;
        });
    }

    private static String why(Event event) {
        if (event instanceof Event.Recalled) return "Recalled";
        if (event instanceof Event.Redispatched) return "Redispatched";
        return event instanceof Event.ReturnGranted ? "ReturnGranted" : "";
    }

    private void end(Supervision s) {
        jdbc.sql("update supervision.supervision set ended_at = :at, ended = :why where id = :id")
                .param("at", Instants.timestamp(s.endedAt()))
                .param("why", s.ended())
                .param("id", s.id())
                .update();
        issuing.record(s, Actor.SYSTEM, "Ended");
    }
}
