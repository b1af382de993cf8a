package org.shouwen.roster.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: shifts and upkeep. */
@Component
class RosterAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.SUPERVISOR, Role.BUREAU, Role.UNIT_DESK, Role.UNIT_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/roster/**", READERS), AccessRule.of("/api/v1/roster/**", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(170, "roster.nav.roster", "/roster", "▥", READERS)
                .seldomFor(Role.SUPERVISOR, Role.BUREAU, Role.UNIT_DESK, Role.UNIT_LEADER));
    }
}
