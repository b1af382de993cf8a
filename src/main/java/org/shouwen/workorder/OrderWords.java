package org.shouwen.workorder;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people at work write beside an order, such as a supervision or a special report: like what they write into it, it
 * is kept without the name and number of whoever brought the order, for units read it and the history forgets nothing.
 */
@Component
@Basis(Clause.A21)
public class OrderWords {
    private final OrderStore orders;
    private final Unnamed unnamed;

    OrderWords(OrderStore orders, Unnamed unnamed) {
        this.orders = orders;
        this.unnamed = unnamed;
    }

    /** @param order its number; words about an order that there is not stay as they are */
    @Transactional(readOnly = true)
    public String unnamed(String order, String words) {
        return words.isEmpty()
                ? words
                : orders.find(order)
                        .map(row -> unnamed.of(row.appeal()).apply(words))
                        .orElse(words);
    }
}
