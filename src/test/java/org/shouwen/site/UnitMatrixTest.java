package org.shouwen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.Role;
import org.shouwen.accounts.SignedIn;
import org.shouwen.citizens.Identity;
import org.shouwen.directory.UnitId;
import org.shouwen.intake.AnAppeal;
import org.shouwen.intake.Intake;
import org.shouwen.intake.NewAppeal;
import org.shouwen.intake.Origin;
import org.shouwen.intake.Outcome;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every route that names an order × every role × own or foreign unit × every state: whoever has nothing to do with the
 * order does not learn that there is one, whatever its state, and nobody brings out a failure.
 */
@ShouwenTest
class UnitMatrixTest {
    private static final SignedIn DESK =
            new SignedIn(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER, Role.AGENT));
    private static final SignedIn OWN =
            new SignedIn(UUID.randomUUID(), "u", "u", "housing", null, Set.of(Role.UNIT_DESK));

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Accounts accounts;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private record Route(RequestMethod method, String pattern) {}

    /** Those whose path has an order's number in it. */
    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(i -> {
            for (String p : i.getPatternValues()) {
                if (!p.startsWith("/orders/{number}") && !p.startsWith("/api/v1/work-orders/{number}")) continue;
                Set<RequestMethod> methods = i.getMethodsCondition().getMethods();
                for (RequestMethod m : methods.isEmpty() ? EnumSet.of(RequestMethod.GET) : methods)
                    routes.add(new Route(m, p));
            }
        });
        return routes;
    }

    private String order(WorkOrder.State state) {
        NewAppeal a = AnAppeal.saying("矩阵 " + state).by(Identity.of("何其正", "13800008888", "", null));
        String number = intake.take(a, new Outcome.Ordered(null, null, null), Origin.of(DESK, null), DESK)
                .orThrow()
                .number();
        if (state == WorkOrder.State.REGISTERED) return number;
        if (state == WorkOrder.State.JOINED) {
            String lead = order(WorkOrder.State.IN_HAND);
            orders.act(number, new Command.Join(lead), DESK, null).orThrow();
            return number;
        }
        orders.act(number, new Command.Dispatch(new UnitId("housing"), List.of(), "ordinary"), DESK, null)
                .orThrow();
        if (state == WorkOrder.State.AWAITING_RECEIPT) return number;
        orders.act(number, new Command.Receive(), OWN, null).orThrow();
        if (state == WorkOrder.State.IN_HAND) return number;
        Report report = new Report("a", "b", "c", "d", clock.instant(), "电话", true, false, null);
        orders.act(number, new Command.ReportOutcome(report), OWN, null).orThrow();
        if (state == WorkOrder.State.REPORTED) return number;
        orders.act(number, new Command.Accept(""), DESK, null).orThrow();
        return number;
    }

    @Test
    void a_foreign_units_people_get_the_same_404_for_every_route_in_every_state() throws Exception {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(25);
        List<ApiClient> foreign = new ArrayList<>();
        for (Role r : EnumSet.of(Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER))
            foreign.add(ApiClient.of(port, accounts, "foreign-" + r, r, "heating"));
        List<ScreenClient> screens = new ArrayList<>();
        for (String login : List.of("heating", "heating-officer", "heating-leader"))
            screens.add(ScreenClient.as(port, login));
        Set<String> wrong = new TreeSet<>();
        int tried = 0;
        for (WorkOrder.State state : WorkOrder.State.values()) {
            String number = order(state);
            for (Route route : routes) {
                String path = path(route, number);
                if (route.pattern().startsWith("/api/"))
                    for (ApiClient c : foreign) {
                        int there = status(c, route, path);
                        int nowhere = status(c, route, path(route, "20990101-000001"));
                        tried++;
                        if (there != nowhere || there / 100 == 2 || there >= 500)
                            wrong.add(state + " " + route + " " + there + " but for none " + nowhere);
                    }
                else
                    for (ScreenClient s : screens) {
                        int there = status(s, route, path);
                        int nowhere = status(s, route, path(route, "20990101-000001"));
                        tried++;
                        if (there != nowhere || there / 100 == 2 || there == 302 || there >= 500)
                            wrong.add(state + " " + route + " " + there + " but for none " + nowhere);
                    }
            }
        }
        System.out.println("matrix: " + routes.size() + " routes, " + WorkOrder.State.values().length + " states, "
                + tried + " requests by people of a foreign unit");
        assertThat(wrong).isEmpty();
    }

    @Test
    void nobody_brings_out_a_failure_in_any_state() throws Exception {
        List<Route> routes = routes();
        Set<String> wrong = new TreeSet<>();
        for (WorkOrder.State state : WorkOrder.State.values()) {
            for (Role role : Role.values()) {
                String unit = role.ofPlatform() ? null : "housing";
                ApiClient c = ApiClient.of(port, accounts, "own-" + role, role, unit);
                String number = order(state);
                for (Route route : routes) {
                    if (!route.pattern().startsWith("/api/")) continue;
                    int status = status(c, route, path(route, number));
                    boolean allowed = Access.API.stream()
                            .filter(r -> r.pattern().equals("/api/v1/work-orders/**"))
                            .allMatch(r -> r.roles().contains(role));
                    if (status >= 500 || (!allowed && status != 403))
                        wrong.add(state + " " + role + " " + route + " " + status);
                }
            }
        }
        assertThat(wrong).isEmpty();
    }

    private static String path(Route route, String number) {
        return route.pattern()
                .replace("{number}", number)
                .replace("{act}", "receipts")
                .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
    }

    private static int status(ApiClient c, Route route, String path) throws Exception {
        return route.method() == RequestMethod.GET
                ? c.get(path).status()
                : c.post(path, "{}").status();
    }

    private static int status(ScreenClient s, Route route, String path) throws Exception {
        return route.method() == RequestMethod.GET
                ? s.get(path).statusCode()
                : s.post(path, java.util.Map.of()).statusCode();
    }
}
