package org.shouwen.search;

import java.util.Set;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.NotFound;

/**
 * Finds what has a number of its year, such as {@code 2026-0003}, in its owner's rows: supervisions, handovers and cases of
 * accountability each count from one, so a number may be several things. Only what the reader may see.
 */
public interface NumbersOfYear {
    /** Words before the number on paper: 督〔2026〕1号. */
    Set<String> marks();

    /** Message key of the name of such a thing. */
    String label();

    /** Who may open such a thing at all. */
    Set<Role> readers();

    /**
     * @param mark words that stood before it; empty: none
     * @param number as it was given out
     * @throws NotFound when it is not there for this reader, or is another kind of paper than the mark says
     */
    Numbered get(String mark, String number, CurrentUser by);

    /**
     * @param order number of the order that it is about; empty: none
     * @param page where it is shown to this reader
     */
    record Numbered(String number, String order, String page) {}
}
