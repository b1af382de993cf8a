package org.shouwen.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.Role;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every route of the running application × every role: allowed where {@link Access} says so, refused everywhere else. */
@ShouwenTest
class AccessMatrixTest {
    private static final PathPatternParser PATTERNS = new PathPatternParser();

    private static final Map<String, Role> PEOPLE = new java.util.HashMap<>(Map.of(
            "agent", Role.AGENT,
            "dispatcher", Role.DISPATCHER,
            "supervisor", Role.SUPERVISOR,
            "bureau", Role.BUREAU,
            "mayor", Role.CITY_LEADER,
            "admin", Role.ADMIN,
            "heating", Role.UNIT_DESK,
            "heating-officer", Role.UNIT_OFFICER,
            "heating-leader", Role.UNIT_LEADER));

    static {
        PEOPLE.put("security", Role.SECURITY);
        PEOPLE.put("auditor", Role.AUDITOR);
    }

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private Set<String> routes() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(i -> routes.addAll(i.getPatternValues()));
        return routes;
    }

    @Test
    void every_route_falls_under_a_rule() {
        List<String> without = new ArrayList<>();
        for (String route : routes()) if (rule(route).isEmpty()) without.add(route);
        assertThat(without).isEmpty();
        assertThat(routes()).contains("/unit/inbox", "/api/v1/work-orders/{number}/receipts");
    }

    @Test
    void API_routes_let_in_the_roles_of_their_rule_and_nobody_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Role role : Role.values()) {
            String unit = role.ofPlatform() ? null : "heating";
            String token = accounts.token("matrix-" + role, Set.of(role), unit);
            for (String route : routes()) {
                if (!route.startsWith("/api/")) continue;
                int status = get(route, token);
                boolean allowed = rule(route).orElseThrow().open()
                        || rule(route).orElseThrow().roles().contains(role);
                if (allowed == (status == 403 || status == 401)) wrong.add(role + " " + route + " " + status);
                if (status >= 500) wrong.add(role + " " + route + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void screens_let_in_the_roles_of_their_rule_and_nobody_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Role> person : PEOPLE.entrySet()) {
            ScreenClient screens = ScreenClient.as(port, person.getKey());
            for (String route : routes()) {
                if (route.startsWith("/api/") || route.equals("/error")) continue;
                int status = screens.get(concrete(route)).statusCode();
                Access.Rule rule = rule(route).orElseThrow();
                boolean allowed = rule.open() || rule.roles().contains(person.getValue());
                if (allowed == (status == 403) || status >= 500) wrong.add(person + " " + route + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(PEOPLE.values()).as("every role is tried").containsAll(Set.of(Role.values()));
    }

    @Test
    void without_signing_in_screens_lead_to_sign_in_and_the_API_says_401() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String route : routes()) {
            if (rule(route).orElseThrow().open()) continue;
            int status = get(route, "");
            if (status != (route.startsWith("/api/") ? 401 : 302)) wrong.add(route + " " + status);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_token_that_was_revoked_opens_nothing() throws Exception {
        String token = accounts.token("revoked", Set.of(Role.DISPATCHER), null);
        assertThat(get("/api/v1/work-orders", token)).isEqualTo(200);
        accounts.revokeTokens(accounts.byToken(token).orElseThrow().id(), Actor.SYSTEM);
        assertThat(get("/api/v1/work-orders", token)).isEqualTo(401);
    }

    private static Optional<Access.Rule> rule(String route) {
        List<Access.Rule> rules = route.startsWith("/api/") ? Access.API : Access.SCREENS;
        PathContainer path = PathContainer.parsePath(concrete(route));
        return rules.stream()
                .filter(r -> PATTERNS.parse(r.pattern()).matches(path))
                .findFirst();
    }

    private static String concrete(String route) {
        return route.replaceAll("\\{[^}]*}", "x1");
    }

    private int get(String route, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + concrete(route)));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
