package org.shouwen.appeal;

import java.time.Instant;
import java.util.List;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What is said of one outcome is bound to it (ruling 40): when the outcome is taken back, so is every judgement of it; the
 * next outcome is judged anew. What was said stays in the order's history.
 */
@Component
@Basis(Clause.A14)
class LapsedRatings {
    private final RemarkStore remarks;
    private final AppealStore store;
    private final Appeals appeals;
    private final AppealRows rows;
    private final History history;
    private final UnitScope scope;

    LapsedRatings(
            RemarkStore remarks,
            AppealStore store,
            Appeals appeals,
            AppealRows rows,
            History history,
            UnitScope scope) {
        this.remarks = remarks;
        this.store = store;
        this.appeals = appeals;
        this.rows = rows;
        this.history = history;
        this.scope = scope;
    }

    @EventListener
    void on(OrderMoved moved) {
        if (!(moved.event() instanceof Event.Reopened)) return;
        scope.asPlatform(() -> {
            List<Appeal> judged = appeals.ofIds(remarks.people(moved.number()));
            for (Appeal a : judged)
                if (a.rating() != null)
                    store.lock(a.number()).ifPresent(locked -> lapse(locked, moved.at(), Actor.SYSTEM));
            return judged;
        });
    }

    /** @param a locked */
    void lapse(Appeal a, Instant at, Actor by) {
        if (a.rating() == null) return;
        AppealEvent event = new AppealEvent.RatingLapsed(a.rating().at());
        Chain chain = history.append(new Entry(a.subject(), a.chain(), at, by, rows.name(event), rows.write(event)));
        store.unrate(a, chain);
    }
}
