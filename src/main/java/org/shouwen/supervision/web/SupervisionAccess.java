package org.shouwen.supervision.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: supervisions, and what calls for them. */
@Component
class SupervisionAccess implements ModuleAccess {
    static final Set<Role> READERS =
            Set.of(Role.SUPERVISOR, Role.DISPATCHER, Role.BUREAU, Role.UNIT_DESK, Role.UNIT_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/supervisions/**", READERS), AccessRule.of("/api/v1/supervisions/**", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(120, "supervision.nav.supervisions", "/supervisions", "◉", READERS));
    }
}
