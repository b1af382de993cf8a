package org.shouwen.inbound.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: administrators see what could not be read. */
@Component
class InboundAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/admin/inbound/**", Set.of(Role.ADMIN)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(275, "inbound.nav", "/admin/inbound", "⇥", Set.of(Role.ADMIN)));
    }
}
