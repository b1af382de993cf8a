package org.shouwen.intake;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.workorder.NotAbout;

/**
 * Which appeals are there for a reader, as one predicate for every list in SQL: not those in which whoever reads is
 * complained about, nor what became of, or goes with, an order about them (Art. 21). Binds {@code :reader}.
 */
@Basis(Clause.A21)
final class AppealSight {
    /** For rows of the appeals' own table, named {@code a}. */
    static final String ROW =
            "(:reader = '' or (strpos(a.accused, :reader) = 0 and " + NotAbout.order("a.order_number") + "))";

    private AppealSight() {}

    /** @param number the column with an appeal's number */
    static String appeal(String number) {
        return "(:reader = '' or not exists (select from intake.appeal a where a.number = " + number + " and not " + ROW
                + "))";
    }

    static String reader(CurrentUser by) {
        return NotAbout.name(by);
    }
}
