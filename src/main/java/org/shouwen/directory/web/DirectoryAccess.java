package org.shouwen.directory.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: units, duties, places and classes of matters. */
@Component
class DirectoryAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/admin/units/**", Set.of(Role.ADMIN)),
                AccessRule.of("/admin/duties/**", Set.of(Role.ADMIN)),
                AccessRule.of("/api/v1/units/**", Role.PEOPLE, Set.of(Role.ADMIN)),
                AccessRule.of("/api/v1/duties/**", Role.PEOPLE, Set.of(Role.ADMIN)),
                AccessRule.of("/api/v1/places/**", Role.PEOPLE),
                AccessRule.of("/api/v1/matter-classes/**", Role.PEOPLE));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(230, "directory.nav.units", "/admin/units", "⌂", Set.of(Role.ADMIN)),
                new MenuItem(240, "directory.nav.duties", "/admin/duties", "≣", Set.of(Role.ADMIN)));
    }
}
