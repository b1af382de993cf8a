package org.shouwen.channels.exchange.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Dispatchers deal with what partners return; a partner's system shows its signature. */
@Component
class ExchangeAccess implements ModuleAccess {
    private static final Set<Role> DISPATCHERS = Set.of(Role.DISPATCHER);

    @Override
    public List<AccessRule> rules() {
        return List.of(AccessRule.of("/desk/exchange/**", DISPATCHERS), AccessRule.open("/api/channels/exchange/**"));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(65, "exchange.nav", "/desk/exchange", "⇄", DISPATCHERS).seldomFor(Role.DISPATCHER));
    }
}
