package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Every field of every form, filled with what should not be there. The fields are read from the templates and the
 * forms from the running application, so that a new one is tried without being named here.
 */
@ShouwenTest
class BadInputTest {
    private static final Pattern FIELD = Pattern.compile("name=\"([A-Za-z][A-Za-z.]*)\"");
    private static final List<String> BAD = List.of(
            "",
            "   ",
            "字".repeat(10_001),
            "\u0000\u0001\u001b[31m\u202e",
            "𠮷野家 🥶 👨‍👩‍👧",
            "not-a-date",
            "2026-13-45T99:99",
            "-1",
            "99999999999999999999",
            "' or 1=1 --",
            "<script>alert(1)</script>",
            "../../etc/passwd");
    private static final Map<String, String> WHO = Map.of(
            "/desk/dispatch", "dispatcher",
            "/desk/reports", "dispatcher",
            "/desk", "agent",
            "/appeals", "agent",
            "/unit", "heating",
            "/orders", "dispatcher",
            "/supervision", "supervisor",
            "/admin", "admin");

    @Autowired
    RequestMappingHandlerMapping requestMappingHandlerMapping;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @LocalServerPort
    int port;

    private final Map<String, ScreenClient> people = new LinkedHashMap<>();

    @Test
    void nothing_that_is_typed_breaks_a_form() throws Exception {
        Set<String> fields = fields();
        assertThat(fields).contains("content", "leaderActed", "limitClass", "happenedAt", "version");
        List<String> broken = new ArrayList<>();
        int tried = 0;
        for (String route : forms()) {
            for (String bad : BAD) {
                Map<String, String> typed = new LinkedHashMap<>();
                for (String field : fields) typed.put(field, bad);
                HttpResponse<String> answer = person(route).post(concrete(route), typed);
                tried++;
                if (answer.statusCode() >= 500 || answer.body().contains("Exception"))
                    broken.add(answer.statusCode() + " " + route + " " + bad.substring(0, Math.min(20, bad.length())));
                if (answer.body().contains("<script>alert(1)")) broken.add("not escaped: " + route);
            }
        }
        assertThat(tried).isGreaterThan(200);
        assertThat(broken).isEmpty();
    }

    /** Null where something should stand in a list is told with its place. */
    @Test
    void a_gap_in_a_list_is_named() throws Exception {
        ApiClient admin = ApiClient.of(port, accounts, "gaps", Role.ADMIN, null);
        ApiClient.Answer answer = admin.send("PUT", "/api/v1/calendars/2039", "{\"notice\":\"x\",\"days\":[null]}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.text("/fields/0/field")).isEqualTo("days.0");
    }

    @Test
    void what_was_typed_is_still_there_when_a_form_comes_back() throws Exception {
        String long1 = "很长的经过".repeat(2_100);
        HttpResponse<String> intake = person("/desk/intake")
                .post(
                        "/desk/intake",
                        Map.of("content", long1, "happenedAt", "𠮷野家 🥶", "location", "示例路1号", "outcome", "order"));
        assertThat(intake.statusCode()).isEqualTo(422);
        assertThat(intake.body()).contains(long1, "𠮷野家 🥶", "示例路1号", "最多");
        HttpResponse<String> foreign = person("/desk/intake")
                .post(
                        "/desk/intake",
                        Map.of("key", "none of ours", "subject", "../x", "content", long1, "outcome", "order"));
        assertThat(foreign.statusCode()).isEqualTo(422);
        assertThat(foreign.body()).contains(long1);
        HttpResponse<String> note = person("/orders").post("/orders/" + anOrder() + "/notes", Map.of("text", long1));
        assertThat(note.statusCode()).isEqualTo(422);
        assertThat(note.body()).contains(long1, "最多");
        HttpResponse<String> unit = person("/admin")
                .post(
                        "/admin/units",
                        Map.of("code", "Bad Code", "name", "新单位🏢", "head", "甲", "leaderInCharge", "乙", "desk", "办"));
        assertThat(unit.statusCode()).isEqualTo(422);
        assertThat(unit.body()).contains("新单位🏢", "Bad Code");
        HttpResponse<String> calendar =
                person("/admin").post("/admin/calendar", Map.of("text", "2027-02-30,false,不存在的日子"));
        assertThat(calendar.statusCode()).isEqualTo(422);
        assertThat(calendar.body()).contains("不存在的日子");
    }

    private ScreenClient person(String route) throws Exception {
        String login = WHO.entrySet().stream()
                .filter(e -> route.startsWith(e.getKey()))
                .max(java.util.Comparator.comparingInt(e -> e.getKey().length()))
                .map(Map.Entry::getValue)
                .orElse("agent");
        ScreenClient there = people.get(login);
        if (there == null) people.put(login, there = ScreenClient.as(port, login));
        return there;
    }

    private Set<String> forms() {
        Set<String> routes = new TreeSet<>();
        requestMappingHandlerMapping.getHandlerMethods().keySet().stream()
                .filter(i -> i.getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .forEach(i -> routes.addAll(i.getPatternValues()));
        routes.removeIf(r -> r.startsWith("/api/") || r.equals("/password"));
        return routes;
    }

    private String concrete(String route) {
        return route.replace("{number}", anOrder())
                .replace("{code}", "heating")
                .replace("{kind}", "consultation")
                .replace("{act}", "notes")
                .replaceAll("\\{[^}]*}", "00000000-0000-0000-0000-000000000000");
    }

    private String anOrder() {
        return jdbc.sql("select number from workorder.work_order where state = 'IN_HAND' order by number limit 1")
                .query(String.class)
                .single();
    }

    private static Set<String> fields() throws IOException {
        Set<String> names = new TreeSet<>(List.of("leaderActed", "investigation", "resolution", "appellantSaid"));
        try (Stream<Path> files = Files.walk(Path.of("src/main/resources/templates"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".html")).toList()) {
                Matcher m = FIELD.matcher(Files.readString(file));
                while (m.find()) names.add(m.group(1));
            }
        }
        return names;
    }
}
