package org.shouwen.calendar.web;

import java.util.List;
import java.util.Set;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.stereotype.Component;

/** Who may use what of this module: working days and limits. */
@Component
class CalendarAccess implements ModuleAccess {
    private static final Set<Role> DECIDING = Set.of(Role.ADMIN, Role.BUREAU);

    @Override
    public List<AccessRule> rules() {
        return List.of(
                AccessRule.of("/admin/calendar/**", Set.of(Role.ADMIN)),
                AccessRule.of("/unit/moved-limits/**", Role.OF_UNIT),
                AccessRule.of("/calendar-askings/**", DECIDING),
                AccessRule.of("/api/v1/calendar-askings/**", DECIDING),
                AccessRule.open("/api/v1/calendar/limit"),
                AccessRule.of("/api/v1/calendars/**", Role.PEOPLE, Set.of(Role.ADMIN)));
    }

    @Override
    public List<MenuItem> menu() {
        return List.of(
                new MenuItem(260, "calendar.nav.calendar", "/admin/calendar", "▣", Set.of(Role.ADMIN)),
                new MenuItem(265, "calendar.nav.calendar-askings", "/calendar-askings", "▣", Set.of(Role.BUREAU))
                        .seldomFor(Role.BUREAU));
    }
}
