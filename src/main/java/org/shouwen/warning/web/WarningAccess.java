package org.shouwen.warning.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: risk warnings, and the rules that raise them. A unit has what was handed to it. */
@Component
class WarningAccess implements ModuleAccess {
    private static final Set<Role> DECIDE = Set.of(Role.SUPERVISOR, Role.BUREAU);
    private static final Set<Role> READERS =
            Set.of(Role.SUPERVISOR, Role.DISPATCHER, Role.BUREAU, Role.CITY_LEADER, Role.UNIT_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/warnings/**", READERS, DECIDE),
                AccessRule.of("/api/v1/warnings/**", READERS, DECIDE),
                AccessRule.of("/warning-rules/**", DECIDE));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(124, "warning.nav.warnings", "/warnings", "▲", READERS).seldomFor(Role.DISPATCHER));
    }
}
