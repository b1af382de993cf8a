package org.shouwen.search;

import java.util.List;
import java.util.Optional;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.WorkOrderNumber;

/**
 * Finds appeals and orders by their number in the rows themselves: at once, and also while the index can not be asked.
 * Answered by whoever keeps the numbers; only what the reader may see.
 */
public interface NumberLookup {
    /** @param page where it is shown to this reader, an order's or an appeal's */
    record Found(String number, String title, String page) {}

    /** An order, or an appeal that is none; empty when it is not there for this reader. */
    Optional<Found> find(WorkOrderNumber number, CurrentUser by);

    /** Numbers of these days that end with these digits, newest first. */
    List<Found> endingWith(String digits, CurrentUser by);
}
