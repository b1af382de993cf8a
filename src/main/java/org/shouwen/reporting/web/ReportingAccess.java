package org.shouwen.reporting.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: the boards. */
@Component
class ReportingAccess implements ModuleAccess {
    private static final Set<Role> READERS = Set.of(Role.BUREAU, Role.CITY_LEADER, Role.SUPERVISOR);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.open("/reporting/*.js"),
                AccessRule.of("/supervision/**", Set.of(Role.SUPERVISOR, Role.DISPATCHER, Role.BUREAU)),
                AccessRule.of("/board/**", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(
                        110, "reporting.nav.supervision", "/supervision", "◔", Set.of(Role.SUPERVISOR, Role.BUREAU)),
                new MenuItem(125, "reporting.nav.board", "/board", "▦", READERS));
    }
}
