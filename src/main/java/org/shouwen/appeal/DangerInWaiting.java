package org.shouwen.appeal;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwen.access.Role;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * A door that keeps words until a person, a second try or the rest of a message makes them an appeal. Those of them that tell
 * of danger stand on the desk's alarm list from the moment they are read (Art. 8.3); each such door makes a bean of this type.
 */
@Basis(Clause.A8_3)
public interface DangerInWaiting {
    /** So many of a door are shown; each is read anew for it. */
    int MOST = 50;

    /**
     * Something that waits.
     *
     * @param door last word of a message key {@code appeal.in-waiting.…}
     * @param guidance code of the guidance target to call first; empty when that is not clear
     * @param words what in it speaks for danger; empty when nothing does any more
     * @param path of the page where a person ends it
     * @param openTo who may open that page
     */
    record Waiting(String door, UUID id, Instant since, String guidance, String words, String path, Set<Role> openTo) {}

    /** Those that tell of danger, longest waiting first. */
    List<Waiting> inDanger();
}
