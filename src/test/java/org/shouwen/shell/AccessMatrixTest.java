package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.Filter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.AccessRule;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.Actor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Every route of the running application × every role: allowed where the table in {@code access.txt} says
 * so, refused everywhere else, by the method of the route. */
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

    private static final Set<String> FILTERS = Set.of(
            "AnonymousAuthenticationFilter",
            "AuthorizationFilter",
            "CsrfFilter",
            "DisableEncodeUrlFilter",
            "ExceptionTranslationFilter",
            "HeaderWriterFilter",
            "LogoutFilter",
            "RequestCacheAwareFilter",
            "SecurityContextHolderAwareRequestFilter",
            "SecurityContextHolderFilter",
            "SessionGuard",
            "SessionManagementFilter",
            "TokenFilter",
            "UnitFilter",
            "UsernamePasswordAuthenticationFilter",
            "WebAsyncManagerIntegrationFilter");

    static {
        PEOPLE.put("security", Role.SECURITY);
        PEOPLE.put("auditor", Role.AUDITOR);
    }

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    Accounts accounts;

    @Autowired
    FilterChainProxy chains;

    @Autowired
    AccessTable access;

    @LocalServerPort
    int port;

    private final HttpClient http =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    /** @param method by which it is reached */
    private record Route(String method, String pattern) implements Comparable<Route> {
        boolean api() {
            return pattern.startsWith("/api/");
        }

        @Override
        public int compareTo(Route other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return method + " " + pattern;
        }
    }

    private Set<Route> routes() {
        Set<Route> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().forEach(i -> {
            Set<RequestMethod> methods = i.getMethodsCondition().getMethods();
            for (String pattern : i.getPatternValues())
                for (RequestMethod m : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods)
                    routes.add(new Route(m.name(), pattern));
        });
        return routes;
    }

    /** By hand, route by route: what is not in it is allowed to nobody and fails here. */
    private static Map<String, Set<Role>> expected() throws IOException {
        Map<String, Set<Role>> expected = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/access.txt"))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] parts = line.split(":");
            Set<Role> roles = EnumSet.noneOf(Role.class);
            for (String word : parts[1].strip().split(" "))
                switch (word) {
                    case "everybody" -> {}
                    case "signed-in" -> roles.addAll(EnumSet.complementOf(EnumSet.of(Role.TELEPHONE)));
                    case "unit" -> roles.addAll(EnumSet.of(Role.UNIT_DESK, Role.UNIT_OFFICER, Role.UNIT_LEADER));
                    case "desk" -> roles.addAll(EnumSet.of(Role.AGENT, Role.DISPATCHER));
                    default -> roles.add(Role.valueOf(word));
                }
            expected.put(parts[0].strip(), roles);
        }
        return expected;
    }

    private static Set<Role> row(Map<String, Set<Role>> expected, Route route) {
        Set<Role> roles = expected.get(route.toString());
        if (roles == null) throw new AssertionError("no line in access.txt for " + route);
        return roles;
    }

    @Test
    void every_route_stands_in_the_table_and_falls_under_a_rule() throws Exception {
        Set<String> there = new TreeSet<>();
        for (Route r : routes()) {
            there.add(r.toString());
            assertThat(rule(r.pattern())).as(r.toString()).isPresent();
        }
        Files.write(Path.of("target/routes.txt"), there);
        assertThat(there)
                .as("src/test/resources/access.txt says of every route who may use it: a new one needs a line there")
                .isEqualTo(expected().keySet());
        assertThat(there).contains("GET /unit/inbox", "POST /api/v1/work-orders/{number}/receipts");
    }

    @Test
    void API_routes_let_in_the_roles_of_the_table_and_nobody_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<Role>> expected = expected();
        for (Role role : Role.values()) {
            if (role.needsPerson()) continue; // no token for them
            String unit = role.ofPlatform() ? null : "heating";
            String token = accounts.token("matrix-" + role, Set.of(role), unit);
            for (Route route : routes()) {
                if (!route.api()) continue;
                Set<Role> roles = row(expected, route);
                int status = send(route, token);
                boolean allowed = roles.isEmpty() || roles.contains(role);
                if (allowed == (status == 403 || status == 401) || status == 405 || status >= 500)
                    wrong.add(role + " " + route + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void screens_let_in_the_roles_of_the_table_and_nobody_else() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<Role>> expected = expected();
        for (Map.Entry<String, Role> person : PEOPLE.entrySet()) {
            ScreenClient screens = ScreenClient.as(port, person.getKey());
            for (Route route : routes()) {
                if (route.api() || route.pattern().equals("/error")) continue;
                String path = concrete(route.pattern());
                int status =
                        (route.method().equals("GET") ? screens.get(path) : screens.post(path, Map.of())).statusCode();
                Set<Role> roles = row(expected, route);
                boolean allowed = roles.isEmpty() || roles.contains(person.getValue());
                if (allowed == (status == 403) || status == 405 || status >= 500)
                    wrong.add(person + " " + route + " " + status);
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(EnumSet.copyOf(PEOPLE.values()))
                .as("every role of a person is tried")
                .isEqualTo(EnumSet.complementOf(EnumSet.of(Role.TELEPHONE)));
    }

    @Test
    void without_signing_in_screens_lead_to_sign_in_and_the_API_says_401() throws Exception {
        List<String> wrong = new ArrayList<>();
        Map<String, Set<Role>> expected = expected();
        for (Route route : routes()) {
            if (row(expected, route).isEmpty()) continue;
            int status = send(route, "");
            // a form without its token is refused before anybody is asked who they are
            if (status != (route.api() ? 401 : route.method().equals("GET") ? 302 : 403))
                wrong.add(route + " " + status);
        }
        assertThat(wrong).isEmpty();
    }

    /** Some requests are answered before any route is asked: a filter that does so needs its line here. */
    @Test
    void filters_that_answer_by_themselves_are_known_and_let_nobody_do_anything() throws Exception {
        Set<String> answering = new TreeSet<>();
        for (SecurityFilterChain chain : chains.getFilterChains())
            for (Filter filter : chain.getFilters())
                answering.add(filter.getClass().getSimpleName());
        assertThat(answering)
                .as(
                        "what sets headers, sessions and who somebody is, what refuses, and the two that answer: signing in and out")
                .isSubsetOf(FILTERS);
        assertThat(send(new Route("POST", "/sign-in"), ""))
                .as("a form without its token is shown anew")
                .isEqualTo(302);
        assertThat(send(new Route("POST", "/sign-out"), "")).isEqualTo(403);
        ScreenClient agent = ScreenClient.as(port, "agent");
        agent.get("/sign-out");
        assertThat(agent.get("/desk/appeals").statusCode())
                .as("no link signs anybody out")
                .isEqualTo(200);
        assertThat(agent.post("/sign-out", Map.of()).statusCode()).isEqualTo(302);
        assertThat(agent.get("/desk/appeals").statusCode()).isEqualTo(302);
        for (String provided : List.of("/sign-in/with/city", "/sign-in/back/city", "/oauth2/authorization/city"))
            assertThat(get(provided, ""))
                    .as("no provider, nothing there: " + provided)
                    .isEqualTo(302);
    }

    @Test
    void a_token_that_was_revoked_opens_nothing() throws Exception {
        String token = accounts.token("revoked", Set.of(Role.DISPATCHER), null);
        assertThat(get("/api/v1/work-orders", token)).isEqualTo(200);
        accounts.revokeTokens(accounts.byToken(token).orElseThrow().id(), Actor.SYSTEM);
        assertThat(get("/api/v1/work-orders", token)).isEqualTo(401);
    }

    private Optional<AccessRule> rule(String route) {
        List<AccessRule> rules = route.startsWith("/api/") ? access.api() : access.screens();
        PathContainer path = PathContainer.parsePath(concrete(route));
        return rules.stream()
                .filter(r -> PATTERNS.parse(r.pattern()).matches(path))
                .findFirst();
    }

    private static String concrete(String route) {
        return route.replaceAll("\\{[^}]*}", "x1");
    }

    private int get(String route, String token) throws IOException, InterruptedException {
        return send(new Route("GET", route), token);
    }

    private int send(Route route, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + port + concrete(route.pattern())))
                .header("Content-Type", "application/json")
                .method(
                        route.method(),
                        route.method().equals("GET")
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString("{}"));
        if (!token.isEmpty()) request.header("Authorization", "Bearer " + token);
        return http.send(request.build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }
}
