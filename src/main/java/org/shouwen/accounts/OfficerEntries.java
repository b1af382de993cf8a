package org.shouwen.accounts;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/**
 * Which officer 责任人 of the directory an account belongs to (Art. 4). An account and an officer of the same unit and name
 * are one person, as long as the directory has one of that name there; name and unit of an account take two persons to
 * change.
 */
@Component
@Basis(Clause.A4)
class OfficerEntries {
    private final Directory directory;

    OfficerEntries(Directory directory) {
        this.directory = directory;
    }

    /**
     * @param entered as the account's row has it; counts as long as that officer is of the account's unit
     * @return null for people of the platform, and where nobody or more than one of the unit has the name
     */
    @Nullable
    UUID of(@Nullable String unit, String name, @Nullable UUID entered) {
        if (unit == null) return null;
        UnitId of = new UnitId(unit);
        if (entered != null
                && directory.officer(entered).filter(o -> o.unit().equals(of)).isPresent()) return entered;
        List<Officer> namesakes = directory.officers(of).stream()
                .filter(o -> o.name().strip().equals(name.strip()))
                .toList();
        return namesakes.size() == 1 ? namesakes.getFirst().id() : null;
    }
}
