package org.shouwen.filing.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: the units' filed rules. */
@Component
class FilingAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.BUREAU, Role.UNIT_LEADER, Role.UNIT_DESK);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/filings/**", READERS), AccessRule.of("/api/v1/filings/**", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(160, "filing.nav.filings", "/filings", "▧", READERS)
                .seldomFor(Role.BUREAU, Role.UNIT_DESK, Role.UNIT_LEADER));
    }
}
