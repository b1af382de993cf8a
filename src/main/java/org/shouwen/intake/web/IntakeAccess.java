package org.shouwen.intake.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: the desk, the register of looks and the units that are asked directly. */
@Component
class IntakeAccess implements ModuleAccess {
    private static final Set<Role> DESK = Set.of(Role.AGENT, Role.DISPATCHER);
    private static final Set<Role> READERS = Set.of(Role.SECURITY, Role.AUDITOR);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.open("/intake/*.js"),
                AccessRule.open("/intake/*.css"),
                AccessRule.of("/search", Role.PEOPLE),
                AccessRule.of("/desk/intake/**", DESK),
                AccessRule.of("/desk/appeals/**", DESK),
                AccessRule.of("/desk/alarms/**", DESK),
                AccessRule.of("/appeals/**", Set.of(Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR)),
                AccessRule.of("/unit/intake/**", Role.OF_UNIT),
                AccessRule.of("/looks/*/*/checks", Set.of(Role.SECURITY)),
                AccessRule.of("/looks", READERS),
                AccessRule.of("/api/v1/appeals/**", DESK),
                AccessRule.of("/api/v1/calls", Set.of(Role.TELEPHONE)),
                AccessRule.of("/api/v1/unit-appeals/**", Role.OF_UNIT));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(10, "intake.nav.intake", "/desk/intake", "☎", DESK),
                new MenuItem(20, "intake.nav.appeals", "/desk/appeals", "☰", DESK),
                new MenuItem(70, "intake.nav.alarms", "/desk/alarms", "!", DESK),
                new MenuItem(100, "intake.nav.unit-intake", "/unit/intake", "☎", Role.OF_UNIT),
                new MenuItem(210, "intake.nav.looks", "/looks", "◎", READERS));
    }
}
