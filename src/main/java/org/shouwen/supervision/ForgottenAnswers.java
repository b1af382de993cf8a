package org.shouwen.supervision;

import org.shouwen.attachments.Papers;
import org.shouwen.history.Actor;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderMoved;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** With the person who brought the order go the signed answers, which may name them (Art. 21). */
@Component
class ForgottenAnswers {
    private final SupervisionStore store;
    private final Papers papers;
    private final Issuing issuing;

    ForgottenAnswers(SupervisionStore store, Papers papers, Issuing issuing) {
        this.store = store;
        this.papers = papers;
        this.issuing = issuing;
    }

    @EventListener
    void on(OrderMoved moved) {
        if (!(moved.event() instanceof Event.Forgotten)) return;
        for (Supervision s : store.ofOrder(moved.order()))
            if (papers.destroy(Supervisions.KIND + "/" + s.number()) > 0)
                issuing.record(s, Actor.SYSTEM, "SignedDestroyed");
    }
}
