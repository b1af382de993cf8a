package org.shouwen.operations.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may see how the product is. */
@Component
class OperationsAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/admin/condition", Set.of(Role.ADMIN)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(277, "operations.nav.condition", "/admin/condition", "♥", Set.of(Role.ADMIN)));
    }
}
