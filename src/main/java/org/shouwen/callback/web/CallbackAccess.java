package org.shouwen.callback.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: callbacks and the rates of their draw. */
@Component
class CallbackAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.SUPERVISOR, Role.DISPATCHER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/callbacks/**", READERS),
                AccessRule.of("/given-callbacks/**", Set.of(Role.AGENT)),
                AccessRule.of("/api/v1/callbacks/**", READERS),
                AccessRule.of("/api/v1/given-callbacks/**", Set.of(Role.AGENT)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(140, "callback.nav.callbacks", "/callbacks", "☏", Set.of(Role.SUPERVISOR)),
                new MenuItem(141, "callback.nav.given", "/given-callbacks", "☏", Set.of(Role.AGENT)));
    }
}
