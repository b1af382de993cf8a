package org.shouwen.retention;

import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * An owner of words or files that lead to an appellant. Whoever keeps such things makes a bean of this type and erases its
 * own, in the transaction that forgets the person (Art. 21).
 */
@Basis(Clause.A21)
public interface Forgets {
    /** @return the number of files that were destroyed */
    int forget(EndedMatter matter);
}
