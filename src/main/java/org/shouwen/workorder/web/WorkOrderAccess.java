package org.shouwen.workorder.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: orders, and the queues of the platform and the units. */
@Component
class WorkOrderAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.DISPATCHER, Role.BUREAU);
    private static final Set<Role> DESK = Set.of(Role.AGENT, Role.DISPATCHER);
    private static final Set<Role> READERS1 = Set.of(
            Role.AGENT,
            Role.DISPATCHER,
            Role.SUPERVISOR,
            Role.BUREAU,
            Role.UNIT_DESK,
            Role.UNIT_OFFICER,
            Role.UNIT_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/desk/dispatch/**", Set.of(Role.DISPATCHER)),
                AccessRule.of("/desk/requests/**", READERS),
                AccessRule.of("/desk/questions/**", DESK),
                AccessRule.of("/desk/reports/**", Set.of(Role.DISPATCHER)),
                AccessRule.of("/unit/inbox/**", Role.OF_UNIT),
                AccessRule.of("/orders/**", READERS1),
                AccessRule.of("/api/v1/work-orders/**", READERS1));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(30, "workorder.nav.questions", "/desk/questions", "?", DESK),
                new MenuItem(40, "workorder.nav.dispatch", "/desk/dispatch", "⇢", Set.of(Role.DISPATCHER)),
                new MenuItem(50, "workorder.nav.reports", "/desk/reports", "✓", Set.of(Role.DISPATCHER)),
                new MenuItem(60, "workorder.nav.requests", "/desk/requests", "⇄", READERS),
                new MenuItem(90, "workorder.nav.inbox", "/unit/inbox", "▤", Role.OF_UNIT));
    }
}
