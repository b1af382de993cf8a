package org.shouwen.callermeasures.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: rulings on nuisance calls. */
@Component
class CallerMeasureAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/nuisances/**", READERS), AccessRule.of("/api/v1/nuisances/**", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(
                        150,
                        "callermeasures.nav.nuisances",
                        "/nuisances",
                        "⊘",
                        Set.of(Role.AGENT, Role.SUPERVISOR, Role.BUREAU))
                .seldomFor(Role.BUREAU));
    }
}
