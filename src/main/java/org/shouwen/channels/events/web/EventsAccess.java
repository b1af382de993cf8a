package org.shouwen.channels.events.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** The administrator says who is told of events; a receiver that asks shows its signature. */
@Component
class EventsAccess implements ModuleAccess {
    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/admin/event-receivers/**", Set.of(Role.ADMIN)), AccessRule.open("/api/events/**"));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(new MenuItem(276, "events.nav", "/admin/event-receivers", "⇉", Set.of(Role.ADMIN)));
    }
}
