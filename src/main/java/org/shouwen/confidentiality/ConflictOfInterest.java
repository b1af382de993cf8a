package org.shouwen.confidentiality;

import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * 回避: what is not there for whoever is complained about, as the one predicate of every list in SQL: an order that is
 * about them or goes under one that is, an appeal in which they are named or that went into such an order, and all that
 * stands beside them (Art. 21, ruling 35). It stands in the query, before the list is cut, so that pages are full and
 * counters count what is shown. Binds {@code :reader}.
 */
@Basis(Clause.A21)
public final class ConflictOfInterest {
    private ConflictOfInterest() {}

    /** @param number the column with an order's number; rows without one are there for everybody */
    public static String order(String number) {
        return not(number, "strpos(x.accused, :reader) > 0");
    }

    /** @param number the column with an appeal's number; also what its own words say counts */
    public static String appeal(String number) {
        return not(number, "strpos(x.accused, :reader) > 0 or strpos(x.said, :reader) > 0");
    }

    private static String not(String number, String named) {
        return " (:reader = '' or not exists (select from confidentiality.complained_about x where x.number = " + number
                + " and (" + named
                + " or (x.goes_with is not null and confidentiality.names(x.goes_with, :reader))))) ";
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
