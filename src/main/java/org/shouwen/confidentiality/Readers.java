package org.shouwen.confidentiality;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.springframework.stereotype.Component;

/** Turns an account or a unit into what the policy of secrecy compares: its unit, the units above that one, and all names it has had. */
@Component
public class Readers {
    private final Directory directory;

    Readers(Directory directory) {
        this.directory = directory;
    }

    public Reader of(CurrentUser by) {
        UnitId unit = by.unit();
        Set<String> names = new HashSet<>(Set.of(by.name()));
        if (by.officer() != null)
            directory.officer(by.officer()).map(Officer::name).ifPresent(names::add);
        return new Reader(unit, unit == null ? List.of() : directory.above(unit), names);
    }

    public Reader of(UnitId unit) {
        return new Reader(unit, directory.above(unit), Set.of());
    }
}
