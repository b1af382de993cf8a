package org.shouwen.search;

import java.util.List;
import java.util.Optional;
import org.shouwen.accounts.CurrentUser;

/** Finds appeals by the telephone number of whoever brought them; who searched and what was found goes on record (Art. 21). */
public interface AppealsOfNumber {
    /**
     * @param words what was typed
     * @return numbers of appeals, newest first; empty when it is no telephone number, or this person may not search by one
     */
    Optional<List<String>> ofNumber(String words, CurrentUser viewer);
}
