package org.shouwen.accountability.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: breaches of duty. */
@Component
class AccountabilityAccess implements ModuleAccess {
    static final Set<Role> OF_UNIT = Set.of(Role.UNIT_DESK, Role.UNIT_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/breaches/**", Set.of(Role.BUREAU)),
                AccessRule.of("/unit-breaches/**", OF_UNIT),
                AccessRule.of("/api/v1/breaches/**", Set.of(Role.BUREAU)),
                AccessRule.of("/api/v1/unit-breaches/**", OF_UNIT));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(180, "accountability.nav.breaches", "/breaches", "§", Set.of(Role.BUREAU)),
                new MenuItem(185, "accountability.nav.unit-breaches", "/unit-breaches", "§", OF_UNIT));
    }
}
