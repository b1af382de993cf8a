package org.shouwen.confidentiality;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Pure;

/**
 * Whoever may or may not know an appellant: a person of a unit or of the platform, or a unit itself.
 *
 * @param unit null for people of the platform
 * @param above the units that the unit stands under
 * @param names under which the person may be complained about: as signed in, and as the directory has the officer
 */
@Pure
public record Reader(@Nullable UnitId unit, List<UnitId> above, Set<String> names) {
    public Reader {
        above = List.copyOf(above);
        names = Set.copyOf(names);
    }
}
