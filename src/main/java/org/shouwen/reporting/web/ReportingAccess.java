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

    /** A unit's desk and leaders read those of their own unit (Art. 4). */
    private static final Set<Role> FIGURES =
            Set.of(Role.BUREAU, Role.CITY_LEADER, Role.SUPERVISOR, Role.UNIT_DESK, Role.UNIT_LEADER);

    /** A unit's people who answer for all of it. */
    private static final Set<Role> OWN = Set.of(Role.UNIT_DESK, Role.UNIT_LEADER);

    /** Whoever finds appeals and orders by words and works with figures. */
    private static final Set<Role> TOPICS =
            Set.of(Role.BUREAU, Role.SUPERVISOR, Role.DISPATCHER, Role.UNIT_DESK, Role.UNIT_LEADER);

    /** The Bureau writes them; leaders read what was sent. */
    private static final Set<Role> BRIEFS = Set.of(Role.BUREAU, Role.CITY_LEADER);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.open("/reporting/*.js"),
                AccessRule.open("/reporting/*.css"),
                AccessRule.of("/overview/**", READERS),
                AccessRule.of("/supervision/**", Set.of(Role.SUPERVISOR, Role.DISPATCHER, Role.BUREAU)),
                AccessRule.of("/figures/**", FIGURES),
                AccessRule.of("/figures.xlsx", FIGURES),
                AccessRule.of("/api/v1/figures/**", FIGURES),
                AccessRule.of("/evaluations/*/objections", FIGURES, Set.of(Role.UNIT_DESK, Role.UNIT_LEADER)),
                AccessRule.of("/evaluations/**", FIGURES, Set.of(Role.BUREAU)),
                AccessRule.of("/own-analysis/**", OWN),
                AccessRule.of("/topic/**", TOPICS),
                AccessRule.of("/map/**", READERS, Set.of(Role.BUREAU)),
                AccessRule.of("/map.xlsx", READERS),
                AccessRule.of("/briefs/**", BRIEFS, Set.of(Role.BUREAU)),
                AccessRule.of("/board/**", READERS));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(
                        110, "reporting.nav.supervision", "/supervision", "◔", Set.of(Role.SUPERVISOR, Role.BUREAU)),
                new MenuItem(125, "reporting.nav.board", "/board", "▦", READERS),
                new MenuItem(123, "reporting.nav.overview", "/overview", "◎", Set.of(Role.BUREAU, Role.CITY_LEADER)),
                new MenuItem(126, "reporting.nav.figures", "/figures", "∑", FIGURES),
                new MenuItem(127, "reporting.nav.evaluations", "/evaluations", "★", FIGURES)
                        .seldomFor(Role.SUPERVISOR, Role.BUREAU, Role.UNIT_DESK, Role.UNIT_LEADER),
                new MenuItem(131, "reporting.nav.own", "/own-analysis", "◷", OWN),
                new MenuItem(129, "reporting.nav.map", "/map", "◱", READERS).seldomFor(Role.SUPERVISOR, Role.BUREAU),
                new MenuItem(128, "reporting.nav.briefs", "/briefs", "☰", BRIEFS).seldomFor(Role.BUREAU));
    }
}
