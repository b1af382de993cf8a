package org.shouwen.shell;

import static org.shouwen.access.Role.ADMIN;
import static org.shouwen.access.Role.AGENT;
import static org.shouwen.access.Role.AUDITOR;
import static org.shouwen.access.Role.BUREAU;
import static org.shouwen.access.Role.CITY_LEADER;
import static org.shouwen.access.Role.DISPATCHER;
import static org.shouwen.access.Role.SECURITY;
import static org.shouwen.access.Role.SUPERVISOR;
import static org.shouwen.access.Role.TELEPHONE;
import static org.shouwen.access.Role.UNIT_DESK;
import static org.shouwen.access.Role.UNIT_LEADER;
import static org.shouwen.access.Role.UNIT_OFFICER;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.shouwen.access.Role;

/**
 * Who may go where: the one table that the security filter reads and the access test walks. First fit counts; what
 * fits nowhere is closed to all. Which order or appeal a person may see is decided behind the door, not here.
 */
final class Access {
    /**
     * @param roles who may read; empty: open to anyone without signing in
     * @param writers who may do more than read
     */
    record Rule(String pattern, Set<Role> roles, Set<Role> writers) {
        Rule(String pattern, Set<Role> roles) {
            this(pattern, roles, roles);
        }

        boolean open() {
            return roles.isEmpty();
        }
    }

    private static final Set<Role> EVERYONE = EnumSet.complementOf(EnumSet.of(TELEPHONE));
    private static final Set<Role> UNIT = EnumSet.of(UNIT_DESK, UNIT_OFFICER, UNIT_LEADER);
    private static final Set<Role> DESK = EnumSet.of(AGENT, DISPATCHER);

    static final List<Rule> SCREENS = List.of(
            open("/"),
            open("/ask/**"),
            open("/lookup/**"),
            open("/limits"),
            open("/sign-in"),
            open("/sign-in/second"),
            open("/sign-in/passkey/**"),
            open("/error"),
            open("/session-over"),
            open("/favicon.ico"),
            open("/shell/**"),
            open("/webjars/**"),
            open("/_static/**"),
            open("/portal/*.js"),
            open("/portal/*.css"),
            open("/reporting/*.js"),
            open("/intake/*.js"),
            open("/intake/*.css"),
            open("/v3/api-docs/**"),
            open("/v3/api-docs.yaml"),
            new Rule("/home", EVERYONE),
            new Rule("/password", EVERYONE),
            new Rule("/second-factor", EVERYONE),
            new Rule("/passkeys/**", EVERYONE),
            new Rule("/sign-out", EVERYONE),
            new Rule("/search", EVERYONE),
            new Rule("/desk/intake/**", DESK),
            new Rule("/desk/appeals/**", DESK),
            new Rule("/desk/dispatch/**", Set.of(DISPATCHER)),
            new Rule("/desk/requests/**", EnumSet.of(DISPATCHER, BUREAU)),
            new Rule("/desk/questions/**", DESK),
            new Rule("/desk/alarms/**", DESK),
            new Rule("/desk/undelivered/**", DESK),
            new Rule("/desk/reports/**", Set.of(DISPATCHER)),
            new Rule("/appeals/**", EnumSet.of(AGENT, DISPATCHER, SUPERVISOR)),
            new Rule("/unit/**", UNIT),
            new Rule(
                    "/orders/**",
                    EnumSet.of(AGENT, DISPATCHER, SUPERVISOR, BUREAU, UNIT_DESK, UNIT_OFFICER, UNIT_LEADER)),
            new Rule("/supervisions/**", EnumSet.of(SUPERVISOR, DISPATCHER, BUREAU, UNIT_DESK, UNIT_LEADER)),
            new Rule("/breaches/**", Set.of(BUREAU)),
            new Rule("/handovers/**", EnumSet.of(DISPATCHER, BUREAU, UNIT_LEADER)),
            new Rule("/looks/*/*/checks", Set.of(SECURITY)),
            new Rule("/looks", EnumSet.of(SECURITY, AUDITOR)),
            new Rule("/grants/**", Set.of(SECURITY)),
            new Rule("/audit", Set.of(AUDITOR)),
            new Rule("/roster/**", EnumSet.of(SUPERVISOR, BUREAU, UNIT_DESK, UNIT_LEADER)),
            new Rule("/filings/**", EnumSet.of(BUREAU, UNIT_LEADER, UNIT_DESK)),
            new Rule("/nuisances/**", EnumSet.of(AGENT, DISPATCHER, SUPERVISOR, BUREAU)),
            new Rule("/callbacks/**", EnumSet.of(SUPERVISOR, DISPATCHER)),
            new Rule("/supervision/**", EnumSet.of(SUPERVISOR, DISPATCHER, BUREAU)),
            new Rule("/phrases/**", Set.of(BUREAU)),
            new Rule("/editions/adoptions/**", Set.of(BUREAU)),
            new Rule("/editions/*/askings", Set.of(ADMIN)),
            new Rule("/editions", EnumSet.of(ADMIN, BUREAU)),
            new Rule("/board/**", EnumSet.of(BUREAU, CITY_LEADER, SUPERVISOR)),
            new Rule("/admin/**", Set.of(ADMIN)));

    static final List<Rule> API = List.of(
            open("/api/v1/calendar/limit"),
            open("/api/v1/portal/**"),
            new Rule("/api/v1/appeals/**", DESK),
            new Rule("/api/v1/calls", Set.of(TELEPHONE)),
            new Rule("/api/v1/unit-appeals/**", UNIT),
            new Rule(
                    "/api/v1/work-orders/**",
                    EnumSet.of(AGENT, DISPATCHER, SUPERVISOR, BUREAU, UNIT_DESK, UNIT_OFFICER, UNIT_LEADER)),
            new Rule("/api/v1/supervisions/**", EnumSet.of(SUPERVISOR, DISPATCHER, BUREAU, UNIT_DESK, UNIT_LEADER)),
            new Rule("/api/v1/nuisances/**", EnumSet.of(AGENT, DISPATCHER, SUPERVISOR, BUREAU)),
            new Rule("/api/v1/callbacks/**", EnumSet.of(SUPERVISOR, DISPATCHER)),
            new Rule("/api/v1/breaches/**", Set.of(BUREAU)),
            new Rule("/api/v1/handovers/**", EnumSet.of(DISPATCHER, BUREAU, UNIT_LEADER)),
            new Rule("/api/v1/roster/**", EnumSet.of(SUPERVISOR, BUREAU, UNIT_DESK, UNIT_LEADER)),
            new Rule("/api/v1/filings/**", EnumSet.of(BUREAU, UNIT_LEADER, UNIT_DESK)),
            new Rule("/api/v1/urgency-phrases/**", Set.of(BUREAU)),
            new Rule("/api/v1/units/**", EVERYONE, Set.of(ADMIN)),
            new Rule("/api/v1/duties/**", EVERYONE, Set.of(ADMIN)),
            new Rule("/api/v1/accounts/**", Set.of(ADMIN)),
            new Rule("/api/v1/places/**", EVERYONE),
            new Rule("/api/v1/matter-classes/**", EVERYONE),
            new Rule("/api/v1/editions/**", EVERYONE),
            new Rule("/api/v1/calendars/**", EVERYONE, Set.of(ADMIN)));

    private Access() {}

    private static Rule open(String pattern) {
        return new Rule(pattern, Set.of());
    }
}
