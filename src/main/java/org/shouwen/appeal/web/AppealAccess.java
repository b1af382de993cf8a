package org.shouwen.appeal.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: the page of one appeal, and the programs of the desk and of units. */
@Component
class AppealAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/appeals/**", Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR)),
                AccessRule.of("/unit-publications/**", Set.of(Role.UNIT_DESK, Role.UNIT_LEADER)),
                AccessRule.of("/api/v1/appeals/**", Set.of(Role.AGENT, Role.DISPATCHER)),
                AccessRule.of("/api/v1/unit-appeals/**", Role.OF_UNIT));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of();
    }
}
