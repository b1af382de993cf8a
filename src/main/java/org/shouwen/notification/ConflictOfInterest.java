package org.shouwen.notification;

import java.util.Collection;
import java.util.Set;
import org.shouwen.accounts.CurrentUser;

/** Asks those who know it which appeals are not there for a person of the desk (Art. 21). */
public interface ConflictOfInterest {
    /** @return of these numbers those that are not there for this person */
    Set<String> among(Collection<String> numbers, CurrentUser by);

    /**
     * The same as a predicate, so that a list is cut after what is not there has been left out. It binds {@code :reader}.
     *
     * @param number the column with an appeal's number
     */
    String there(String number);

    /** What {@code :reader} is for this person. */
    String reader(CurrentUser by);
}
