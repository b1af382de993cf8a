package org.shouwen.workorder;

import org.shouwen.knowledge.AnswersUsed;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Records with the knowledge base from which article a unit answered, in the transaction of its report. */
@Component
@Basis(Clause.A13_4)
class CitedArticles {
    private final AnswersUsed used;

    CitedArticles(AnswersUsed used) {
        this.used = used;
    }

    @EventListener
    void on(OrderMoved moved) {
        if (!(moved.event() instanceof Event.ReportedOutcome e)) return;
        Report.Citation citation = e.report().citation();
        if (citation != null && citation.article() != null && citation.version() != null)
            used.record(moved.number(), citation.article(), citation.version(), moved.at());
    }
}
