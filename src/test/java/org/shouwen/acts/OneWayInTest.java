package org.shouwen.acts;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.util.HtmlUtils;
import tools.jackson.databind.JsonNode;

/** What a form and the API say of the same fields of any act is the same: taken or refused, and which field why. */
@ShouwenTest
class OneWayInTest {
    private static final int CASES = 200;
    private static final int ASKED = 4;

    @Autowired
    List<Acts.Routes> all;

    @Autowired
    Accounts accounts;

    @Autowired
    Cases cases;

    @LocalServerPort
    int port;

    @Test
    void all_acts_that_are_read_from_both_are_these() {
        Map<String, Integer> counts = new TreeMap<>();
        for (Acts.Routes r : all) counts.put(r.subject(), r.byOperation().size());
        assertThat(counts)
                .isEqualTo(Map.of(
                        "WorkOrder", 35, "Supervision", 1, "Callback", 4, "Handover", 2, "Breach", 5, "Warning", 5));
    }

    /** What came of it: what was made, or the fields with the key of each. */
    private static Object outcome(Act<?> act, Raw raw) {
        try {
            return act.read(raw, "20990101-000001");
        } catch (BadInput e) {
            return e.fields();
        }
    }

    @Test
    void a_form_and_json_that_say_the_same_are_read_as_the_same() {
        RandomFields random = new RandomFields(17);
        int good = 0;
        int bad = 0;
        for (Acts.Routes r : all)
            for (Act<?> act : r.byOperation().values())
                for (int i = 0; i < CASES; i++) {
                    Map<String, List<String>> sent = random.of(act, i % 2 == 0);
                    Object form = outcome(act, Raw.form(sent));
                    assertThat(outcome(act, Raw.json(RandomFields.json(act, sent))))
                            .as(act.name() + " " + sent)
                            .isEqualTo(form);
                    if (form instanceof List) bad++;
                    else good++;
                }
        assertThat(good).isGreaterThan(1000);
        assertThat(bad).isGreaterThan(1000);
    }

    @Test
    void what_is_required_is_asked_for_and_nothing_else_is() {
        for (Acts.Routes r : all)
            for (Act<?> act : r.byOperation().values()) {
                Object nothing = outcome(act, Raw.NOTHING);
                List<String> asked = nothing instanceof List<?> l
                        ? l.stream().map(f -> ((BadInput.Field) f).field()).toList()
                        : List.of();
                assertThat(asked)
                        .as(act.name())
                        .isEqualTo(act.fields().stream()
                                .filter(Field::required)
                                .map(Field::name)
                                .toList());
            }
    }

    /** Where the form of an operation is sent. */
    private static String screen(String operation) {
        String path = operation.replace("POST /api/v1", "");
        if (path.equals("/callbacks/givings")) return "/callbacks/draws/givings";
        return path.contains("callbacks/") ? path.replace("/calls", "") : path.replace("/work-orders", "/orders");
    }

    private static Map<String, String> form(Act<?> act, Map<String, List<String>> sent) {
        Map<String, String> one = new LinkedHashMap<>();
        sent.forEach((name, values) -> one.put(name, values.getFirst()));
        if (act.name().equals("supervisions")) // one button says both
        one.put("as", one.getOrDefault("level", "") + "/" + one.getOrDefault("how", ""));
        return one;
    }

    @Test
    void screens_and_the_api_answer_alike_over_http() throws Exception {
        Map<String, String> number = Map.of(
                "work-orders",
                cases.aCase().dispatchedTo("heating").received().number(),
                "callbacks",
                "00000000-0000-0000-0000-000000000001",
                "given-callbacks",
                "00000000-0000-0000-0000-000000000001");
        List<String> wrong = new ArrayList<>();
        TreeSet<String> refused = new TreeSet<>();
        RandomFields random = new RandomFields(2026);
        for (Role role : List.of(Role.DISPATCHER, Role.BUREAU)) {
            ApiClient api = ApiClient.of(port, accounts, "one-way-" + role, role, null);
            ScreenClient screens = ScreenClient.as(port, role == Role.BUREAU ? "bureau" : "dispatcher");
            for (Acts.Routes r : all)
                for (Map.Entry<String, ? extends Act<?>> route : r.byOperation().entrySet()) {
                    Act<?> act = route.getValue();
                    boolean bureaus = r.subject().equals("Breach");
                    if (bureaus != (role == Role.BUREAU)) continue;
                    String about = number.getOrDefault(route.getKey().split("/", -1)[3], "2026-0000");
                    Function<String, String> to = p -> p.replaceAll("\\{[^}]*}", about);
                    for (int i = 0; i < ASKED; i++) {
                        Map<String, List<String>> sent = random.of(act, false);
                        sent.replaceAll((_, values) -> values.subList(0, 1));
                        ApiClient.Answer a = api.post(
                                to.apply(route.getKey().replace("POST ", "")),
                                RandomFields.json(act, sent).toString());
                        HttpResponse<String> s = screens.post(to.apply(screen(route.getKey())), form(act, sent));
                        boolean ofNothing = s.statusCode() == 404; // the page to show it on is not there
                        if (!ofNothing && (a.status() == 422) != (s.statusCode() == 422))
                            wrong.add("%s %s: api %d %s, screen %d"
                                    .formatted(act.name(), sent, a.status(), a.body(), s.statusCode()));
                        if (a.status() == 422) refused.add(act.name());
                        if (a.status() == 422 && s.statusCode() == 422) sentences(act, a.body(), s.body(), wrong);
                    }
                }
        }
        assertThat(wrong).isEmpty();
        assertThat(refused).hasSizeGreaterThan(30);
    }

    /** Each sentence that the page has at a field of the act is the API's sentence for it. */
    private static void sentences(Act<?> act, JsonNode problem, String page, List<String> wrong) {
        Map<String, String> told = new TreeMap<>();
        problem.path("fields")
                .forEach(f ->
                        told.put(f.path("field").asString(), f.path("detail").asString()));
        for (Field f : act.fields()) {
            String at = "id=\"error-" + f.name() + "\">";
            int from = page.indexOf(at);
            if (from < 0) continue;
            String words = page.substring(from + at.length(), page.indexOf('<', from));
            if (!words.equals(HtmlUtils.htmlEscape(Objects.toString(told.get(f.name()), ""), "UTF-8")))
                wrong.add(act.name() + "." + f.name() + ": screen " + words + ", api " + told);
        }
    }
}
