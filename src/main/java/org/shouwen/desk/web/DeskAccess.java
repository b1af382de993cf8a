package org.shouwen.desk.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: the agents' and dispatchers' desk, and that of units that are asked directly. */
@Component
class DeskAccess implements ModuleAccess {
    private static final Set<Role> DESK = Set.of(Role.AGENT, Role.DISPATCHER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.open("/desk/*.js"),
                AccessRule.open("/desk/*.css"),
                AccessRule.of("/desk/intake/**", DESK),
                // whoever may rule on an objection to a closing finds it (ruling 40)
                AccessRule.of("/desk/appeals/remarks", Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR)),
                AccessRule.of("/desk/appeals/**", DESK),
                AccessRule.of("/desk/alarms/**", DESK),
                AccessRule.of("/desk/call-rejects/**", Set.of(Role.DISPATCHER)),
                AccessRule.of("/calls/**", Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR)),
                AccessRule.of("/desk/counter/**", DESK),
                AccessRule.of(
                        "/wall/**",
                        Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU, Role.CITY_LEADER)),
                AccessRule.of("/unit/intake/**", Role.OF_UNIT),
                AccessRule.of("/api/v1/calls/**", Set.of(Role.TELEPHONE)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(10, "desk.nav.intake", "/desk/intake", "☎", DESK),
                new MenuItem(20, "desk.nav.appeals", "/desk/appeals", "☰", DESK),
                new MenuItem(70, "desk.nav.alarms", "/desk/alarms", "!", DESK),
                new MenuItem(15, "desk.nav.counter", "/desk/counter", "⌂", DESK).seldomFor(Role.DISPATCHER),
                new MenuItem(
                                133,
                                "desk.nav.wall",
                                "/wall",
                                "▦",
                                Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU, Role.CITY_LEADER))
                        .seldomFor(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU, Role.CITY_LEADER),
                new MenuItem(
                        132, "desk.nav.calls", "/calls", "✆", Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR)),
                new MenuItem(122, "appeal.tab.remarks", "/desk/appeals/remarks", "❝", Set.of(Role.SUPERVISOR)),
                new MenuItem(75, "desk.nav.call-rejects", "/desk/call-rejects", "?", Set.of(Role.DISPATCHER))
                        .seldomFor(Role.DISPATCHER),
                new MenuItem(100, "desk.nav.unit-intake", "/unit/intake", "☎", Role.OF_UNIT));
    }
}
