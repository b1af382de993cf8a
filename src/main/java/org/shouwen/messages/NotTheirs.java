package org.shouwen.messages;

import java.util.Collection;
import java.util.Set;
import org.shouwen.accounts.SignedIn;

/** Asks those who know it which appeals are not there for a person of the desk (Art. 21). */
public interface NotTheirs {
    /** @return of these numbers those that are not there for this person */
    Set<String> among(Collection<String> numbers, SignedIn by);
}
