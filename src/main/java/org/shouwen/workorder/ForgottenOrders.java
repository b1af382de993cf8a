package org.shouwen.workorder;

import org.shouwen.attachments.Papers;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.springframework.stereotype.Component;

/** Erases what an order has of the appellant whose term has run out: their words, photos and papers (Art. 21). */
@Component
@Basis(Clause.A21)
class ForgottenOrders implements Forgets {
    private final WorkOrders orders;
    private final Papers papers;

    ForgottenOrders(WorkOrders orders, Papers papers) {
        this.orders = orders;
        this.papers = papers;
    }

    @Override
    public int forget(EndedMatter matter) {
        int destroyed = papers.destroy(OrderFiles.subject(matter.number()));
        orders.forget(matter.number());
        return destroyed;
    }
}
