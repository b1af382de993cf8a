package org.shouwen.notification.web;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: what could not be delivered, and the texts of messages. */
@Component
class NotificationAccess implements ModuleAccess {
    private static final Set<Role> TOLD = EnumSet.of(
            Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU, Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/desk/undelivered/**", Set.of(Role.AGENT, Role.DISPATCHER)),
                AccessRule.of("/notices/**", TOLD),
                AccessRule.of("/admin/messages/**", Set.of(Role.ADMIN)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(80, "messages.nav.undelivered", "/desk/undelivered", "✉", Set.of(Role.AGENT)),
                new MenuItem(270, "messages.nav.templates", "/admin/messages", "✉", Set.of(Role.ADMIN)));
    }
}
