package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.AccessRule;
import org.shouwen.access.ModuleAccess;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPatternParser;

/** Each module says who may open its own pages; together that is one table. */
@ShouwenTest
class ModuleAccessTest {
    private static final PathPatternParser PATTERNS = new PathPatternParser();

    @Autowired
    AccessTable access;

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @LocalServerPort
    int port;

    @Test
    void no_path_falls_under_the_rules_of_two_modules_so_their_order_says_nothing() {
        List<String> wrong = new ArrayList<>();
        Set<String> paths = samples();
        for (String path : paths) {
            Set<String> modules = access.modules().stream()
                    .filter(m -> m.rules().stream().anyMatch(r -> fits(r, path)))
                    .map(ModuleAccessTest::module)
                    .collect(Collectors.toCollection(TreeSet::new));
            if (modules.size() > 1) wrong.add(path + " " + modules);
        }
        assertThat(wrong).isEmpty();
        assertThat(paths).contains("/orders/x1", "/api/v1/units/x1/x2", "/desk/intake");
    }

    @Test
    void within_a_module_no_rule_hides_a_later_one() {
        List<String> hidden = new ArrayList<>();
        for (ModuleAccess m : access.modules())
            for (int i = 0; i < m.rules().size(); i++) {
                List<AccessRule> before = m.rules().subList(0, i);
                AccessRule rule = m.rules().get(i);
                if (samples(rule).stream().allMatch(path -> before.stream().anyMatch(b -> fits(b, path))))
                    hidden.add(module(m) + " " + rule.pattern());
            }
        assertThat(hidden).isEmpty();
    }

    @Test
    void every_rule_is_of_use_to_a_route_or_a_file() {
        Set<String> routes = requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .flatMap(i -> i.getPatternValues().stream())
                .map(p -> p.replaceAll("\\{[^}]*}", "x1"))
                .collect(Collectors.toSet());
        Set<String> idle = new TreeSet<>();
        for (ModuleAccess m : access.modules())
            for (AccessRule r : m.rules()) if (routes.stream().noneMatch(path -> fits(r, path))) idle.add(r.pattern());
        assertThat(idle)
                .as("files, and what filters answer")
                .containsExactly(
                        "/_static/**",
                        "/desk/*.css",
                        "/desk/*.js",
                        "/favicon.ico",
                        "/portal/*.css",
                        "/portal/*.js",
                        "/reporting/*.css",
                        "/reporting/*.js",
                        "/shell/**",
                        "/sign-out",
                        "/webjars/**");
    }

    @Test
    void what_falls_under_no_rule_is_closed_to_everybody() throws Exception {
        for (String path : List.of("/nowhere", "/admin/nowhere", "/unit/nowhere", "/desk/nowhere")) {
            assertThat(samples()).doesNotContain(path);
            for (String person : List.of("admin", "dispatcher", "heating", "bureau"))
                assertThat(ScreenClient.as(port, person).get(path).statusCode())
                        .as(person + " " + path)
                        .isEqualTo(403);
        }
    }

    static String module(ModuleAccess m) {
        return m.getClass().getPackageName().split("\\.")[2];
    }

    static boolean fits(AccessRule rule, String path) {
        return PATTERNS.parse(rule.pattern()).matches(PathContainer.parsePath(path));
    }

    /** Paths of every kind that the rules speak of, and the routes of the application. */
    private Set<String> samples() {
        Set<String> paths = new TreeSet<>();
        for (ModuleAccess m : access.modules()) m.rules().forEach(r -> paths.addAll(samples(r)));
        requestMappingHandlerMapping
                .getHandlerMethods()
                .keySet()
                .forEach(i -> i.getPatternValues().forEach(p -> paths.add(p.replaceAll("\\{[^}]*}", "x1"))));
        return paths;
    }

    private static Set<String> samples(AccessRule rule) {
        if (!rule.pattern().endsWith("/**")) return Set.of(rule.pattern().replace("*", "x1"));
        String stem = rule.pattern().replace("/**", "").replace("*", "x1");
        return Set.of(stem, stem + "/x1", stem + "/x1/x2");
    }
}
