package org.shouwen.workorder;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * Which orders are there for a reader, as one predicate for every list in SQL: for whoever is complained about, the order
 * is not there, nor what goes under it (Art. 21). It stands in the query, before the list is cut, so that pages are full
 * and counters count what is shown. Binds {@code :reader}, see {@link #reader}.
 */
@Basis(Clause.A21)
public final class NotAbout {
    /** For rows of the orders' own table, named {@code w}. */
    static final String ROW = """
         (:reader = '' or ((w.shield is null or strpos(w.shield::jsonb ->> 'accused', :reader) = 0)
            and (w.joined_to is null or not exists (select from workorder.work_order l
                where l.number = w.joined_to and strpos(l.shield::jsonb ->> 'accused', :reader) > 0))))
        """;

    private NotAbout() {}

    /**
     * For rows that belong to an order.
     *
     * @param number the column with the order's number; rows without one are there for everybody
     */
    public static String order(String number) {
        return "(:reader = '' or not exists (select from workorder.work_order w where w.number = " + number
                + " and not " + ROW + "))";
    }

    /** The name under which orders may be about whoever reads; empty when they are not told apart by it. */
    public static String reader(CurrentUser by) {
        return by.ofPlatform() ? name(by) : "";
    }

    /** {@link #reader} for what is told apart by the name also for people of a unit. */
    public static String name(CurrentUser by) {
        return Confidentiality.telling(by.name()) ? by.name() : "";
    }
}
