package org.shouwen.suggestion;

import java.util.UUID;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * A store of suggestions that holds something of the appeals it came from. Retention forgets through each of them, in the
 * transaction that forgets the person (Art. 21); whoever keeps such a thing makes it a bean of this type.
 */
@Basis(Clause.A21)
public interface PersonalStore {
    /** For people: what it is. */
    String store();

    /** Takes away whatever is of the appeal, or can be traced to it. */
    void forget(UUID appeal);

    /** Whether anything of the appeal is left. */
    boolean holds(UUID appeal);
}
