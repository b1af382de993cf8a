package org.shouwen.accounts.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: accounts, and the roles that somebody else grants. */
@Component
class AccountAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/grants/**", Set.of(Role.SECURITY)),
                AccessRule.of("/admin/accounts/**", Set.of(Role.ADMIN)),
                AccessRule.of("/api/v1/accounts/**", Set.of(Role.ADMIN)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(200, "accounts.nav.grants", "/grants", "☑", Set.of(Role.SECURITY)),
                new MenuItem(250, "accounts.nav.accounts", "/admin/accounts", "☺", Set.of(Role.ADMIN)));
    }
}
