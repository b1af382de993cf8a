package org.shouwen.workorder;

import java.util.List;
import java.util.function.UnaryOperator;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.history.Actor;
import org.shouwen.problems.NotFound;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.springframework.stereotype.Component;

/** Photos and papers of an order. What they are called says nothing of whoever brought it: the history forgets no name. */
@Component
@Basis(Clause.A21)
public class OrderFiles {
    private final OrderStore orders;
    private final Papers papers;
    private final OrderTextRedactor words;

    OrderFiles(OrderStore orders, Papers papers, OrderTextRedactor words) {
        this.orders = orders;
        this.papers = papers;
        this.words = words;
    }

    /** Whom an order's papers belong to. */
    public static String subject(String order) {
        return "work_order/" + order;
    }

    /**
     * Keeps them; they become evidence when an event names them.
     *
     * @param field the form's field, for the problem that is told
     * @throws org.shouwen.problems.BadInput when one is empty, too large, or of a type that is not taken
     */
    public List<PaperRef> keep(String order, String field, String label, List<Papers.File> files, Actor by) {
        if (files.isEmpty()) return List.of();
        OrderRow row = orders.find(order).orElseThrow(() -> new NotFound("work order", order));
        if (orders.forgotten(row.id())) throw new Refused(Clause.A21, "workorder.refused.forgotten").toRefusal();
        UnaryOperator<String> unnamed = words.of(order, row.shield(), by);
        List<Papers.File> renamed = files.stream()
                .map(f -> new Papers.File(unnamed.apply(f.name()), f.bytes()))
                .toList();
        return papers.keep(subject(order), field, unnamed.apply(label), renamed, by);
    }
}
