package org.shouwen.regulation.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: editions of the Measures. */
@Component
class EditionAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.ADMIN, Role.BUREAU);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/editions/adoptions/**", Set.of(Role.BUREAU)),
                AccessRule.of("/editions/*/askings", Set.of(Role.ADMIN)),
                AccessRule.of("/editions", READERS),
                AccessRule.of("/api/v1/editions/**", Role.PEOPLE));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(290, "regulation.nav.editions", "/editions", "§", READERS)
                .seldomFor(Role.BUREAU, Role.ADMIN));
    }
}
