package org.shouwen.desk;

import java.util.Optional;
import org.shouwen.directory.MatterClass;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;

/**
 * Which kind a class of matter usually is (Art. 7): one whose limit is that of consultations is a consultation, any other a
 * request of daily life. A proposal for whoever chose none; who chose keeps it.
 */
public final class UsualKind {
    private UsualKind() {}

    /** @return code of the edition's kind; empty where no class is known or the edition has no such kind */
    public static String of(Optional<MatterClass> matter, Edition edition) {
        return matter.map(m -> of(m, edition)).orElse("");
    }

    /** Likewise, of a class that is there. */
    public static String of(MatterClass matter, Edition edition) {
        String limit = matter.limitClass();
        return edition.kinds().stream()
                .filter(k -> k.code().equals(limit))
                .findFirst()
                .or(() -> edition.kinds().stream()
                        .filter(k -> k.basis() == Clause.A7_2)
                        .findFirst())
                .map(Edition.Named::code)
                .orElse("");
    }
}
