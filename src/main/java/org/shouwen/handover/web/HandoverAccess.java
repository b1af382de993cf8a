package org.shouwen.handover.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: what is handed on to others, and special reports. */
@Component
class HandoverAccess implements ModuleAccess {
    static final Set<Role> READERS = Set.of(Role.DISPATCHER, Role.BUREAU, Role.UNIT_LEADER, Role.CITY_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/handovers/**", READERS), AccessRule.of("/api/v1/handovers/**", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(130, "handover.nav.handovers", "/handovers", "↗", READERS)
                .seldomFor(Role.DISPATCHER, Role.UNIT_LEADER));
    }
}
