package org.shouwen.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.shouwen.ApiClient;
import org.shouwen.Citizen;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.Appeals;
import org.shouwen.appeal.DangerAlarm;
import org.shouwen.appeal.DangerAlarms;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.suggestion.CityPhrases;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Article 8.3 on the portal: danger is taken the moment it is told, whatever else is wrong, and the number comes first. */
@ShouwenTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DangerStoryTest {
    private static final String PHRASE = "灶上咕噜咕噜直蹿仙气儿";
    private static final String DANGER = "锦山大街8号楼，" + PHRASE + "，孩子还在屋里";
    private static final CurrentUser BUREAU =
            new CurrentUser(UUID.randomUUID(), "b", "营商局甲", null, null, Set.of(Role.BUREAU));

    @LocalServerPort
    int port;

    @Autowired
    CityPhrases phrases;

    @Autowired
    Appeals appeals;

    @Autowired
    OwnAppeals own;

    @Autowired
    DangerAlarms alarms;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    VerificationProbe verification;

    @BeforeAll
    void the_city_says_it_so() {
        phrases.add("danger", "fire-brigade", PHRASE, true, BUREAU);
        phrases.add("heating", "", "炕头拔凉拔凉", true, BUREAU);
    }

    private long count() {
        return jdbc.sql("select count(*) from intake.appeal").query(Long.class).single();
    }

    private static String between(String page, String from, String to) {
        int at = page.indexOf(from) + from.length();
        return page.substring(at, page.indexOf(to, at));
    }

    private static String number(HttpResponse<String> page) {
        return between(page.body(), "id=\"number\">", "<");
    }

    private static String code(HttpResponse<String> page) {
        return between(page.body(), "id=\"code\">", "<");
    }

    @Test
    void it_is_taken_in_the_very_request_without_script_and_whatever_is_wrong_with_the_rest() throws Exception {
        Citizen citizen = new Citizen(port);
        Map<String, String> hidden = citizen.hidden("/ask/livelihood");
        long before = count();
        HttpResponse<String> page = citizen.post(
                "/ask/livelihood",
                hidden,
                Map.of("content", DANGER, "phone", "1380000", "place", "火星", "happenedAt", "刚".repeat(200)));
        assertThat(page.statusCode()).isEqualTo(200);
        String body = page.body();
        assertThat(body.indexOf("href=\"tel:119\""))
                .as("the number to call stands before anything else")
                .isPositive()
                .isLessThan(body.indexOf("id=\"number\""));
        assertThat(body).doesNotContain("工作日").contains("电话没有认出来", "区县没有认出来");
        assertThat(count()).isEqualTo(before + 1);
        Appeal a = appeals.get(number(page));
        assertThat(a.words().urgentKind()).isEqualTo("danger");
        assertThat(a.words().content()).isEqualTo(DANGER);
        assertThat(a.words().note()).contains("火星", "刚".repeat(200));
        assertThat(alarms.find(a.id()))
                .get()
                .matches(DangerAlarm::open)
                .matches(x -> x.guidance().equals("fire-brigade"));
        assertThat(own.find(new WorkOrderNumber(number(page)), code(page))).isPresent();

        HttpResponse<String> again = citizen.post(
                "/ask/livelihood",
                hidden,
                Map.of("content", DANGER, "phone", "1380000", "place", "火星", "happenedAt", "刚".repeat(200)));
        assertThat(number(again)).as("loaded again").isEqualTo(number(page));
        HttpResponse<String> more =
                citizen.post("/ask/livelihood", hidden, Map.of("content", DANGER + "，二楼也有人", "phone", "13800001111"));
        assertThat(number(more)).as("gone back and written on").isEqualTo(number(page));
        assertThat(count()).isEqualTo(before + 1);
        assertThat(own.additions(a))
                .singleElement()
                .satisfies(x -> assertThat(x.text()).contains("二楼也有人", "13800001111"));
        assertThat(number(citizen.get("/ask/urgent"))).isEqualTo(number(page));
    }

    @Test
    void without_a_key_the_same_words_of_the_same_session_are_one_appeal_and_of_another_are_another() throws Exception {
        Citizen citizen = new Citizen(port);
        Map<String, String> csrf = new HashMap<>(citizen.hidden("/ask/livelihood"));
        csrf.remove("key");
        long before = count();
        Map<String, String> typed = Map.of("content", DANGER + "！");
        String first = number(citizen.post("/ask/livelihood", csrf, typed));
        assertThat(number(citizen.post("/ask/livelihood", csrf, typed))).isEqualTo(first);
        assertThat(citizen.post("/ask/no-such-kind", csrf, typed).statusCode()).isEqualTo(200);
        assertThat(count()).isEqualTo(before + 2);
        Citizen other = new Citizen(port);
        other.post("/ask/livelihood", other.hidden("/ask/livelihood"), typed);
        assertThat(count()).isEqualTo(before + 3);
    }

    @Test
    void whoever_says_that_it_was_no_emergency_tells_the_desk_and_ends_nothing() throws Exception {
        Citizen citizen = new Citizen(port);
        Map<String, String> hidden = citizen.hidden("/ask/livelihood");
        HttpResponse<String> page = citizen.post("/ask/livelihood", hidden, Map.of("content", DANGER + "。"));
        Map<String, String> csrf = citizen.hidden("/ask/urgent");
        assertThat(citizen.post("/ask/urgent/additions", csrf, Map.of("text", "阀门关上了"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(citizen.post("/ask/urgent/additions", csrf, Map.of("text", ""))
                        .statusCode())
                .isEqualTo(422);
        citizen.post("/ask/urgent/denials", csrf, Map.of());
        citizen.post("/ask/urgent/denials", csrf, Map.of());
        assertThat(citizen.get("/ask/urgent").body()).contains("已告诉值班人员");
        Appeal a = appeals.get(number(page));
        assertThat(alarms.find(a.id())).get().matches(x -> x.open() && x.deniedAt() != null);
        assertThat(alarms.way(a)).extracting(Appeals.Happening::what).containsExactly("DangerProposed", "DangerDenied");
        assertThat(ScreenClient.as(port, "agent").get("/desk/alarms").body()).contains(a.number(), "诉求人表示不是紧急情况");
    }

    @Test
    void danger_that_is_added_later_raises_the_alarm_and_after_closing_is_taken_anew() throws Exception {
        Citizen citizen = new Citizen(port);
        Map<String, String> hidden = citizen.hidden("/ask/livelihood");
        citizen.post("/ask/livelihood", hidden, Map.of("content", "单元门口的路灯不亮"));
        HttpResponse<String> sent = citizen.get("/ask/sent");
        String number = number(sent);
        Appeal a = appeals.get(number);
        assertThat(alarms.find(a.id())).isEmpty();
        Map<String, String> csrf = citizen.hidden("/lookup/" + number);
        citizen.post("/lookup/" + number + "/additions", csrf, Map.of("text", PHRASE + "了"));
        assertThat(alarms.find(a.id())).get().matches(DangerAlarm::open);
        assertThat(citizen.get("/lookup/" + number).body()).contains("tel:119");
        long before = count();
        HttpResponse<String> page = citizen.post(
                "/lookup/" + number + "/additions", csrf, Map.of("text", PHRASE + "，" + "呛人".repeat(1500)));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("tel:119");
        assertThat(count()).as("too long to be added: an appeal of its own").isEqualTo(before + 1);
    }

    @Test
    void an_urgent_kind_is_told_so_with_the_numbers_and_without_a_promise_of_days() throws Exception {
        Citizen citizen = new Citizen(port);
        HttpResponse<String> r =
                citizen.post("/ask/livelihood", citizen.hidden("/ask/livelihood"), Map.of("content", "家里炕头拔凉拔凉，老人受不了"));
        assertThat(r.statusCode()).isEqualTo(302);
        String page = citizen.get("/ask/sent").body();
        assertThat(page).contains("紧急：", "tel:119").doesNotContain("按工作日计算");
        assertThat(appeals.get(between(page, "id=\"number\">", "<")).words().urgentKind())
                .isEqualTo("heating");
    }

    @Test
    void without_danger_nothing_is_different() throws Exception {
        Citizen citizen = new Citizen(port);
        Map<String, String> hidden = citizen.hidden("/ask/livelihood");
        long before = count();
        assertThat(citizen.post("/ask/livelihood", hidden, Map.of("content", "公园少几张座椅", "phone", "1380000"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(count()).isEqualTo(before);
        assertThat(citizen.post("/ask/livelihood", hidden, Map.of("content", "公园少几张座椅"))
                        .statusCode())
                .isEqualTo(302);
        HttpResponse<String> sent = citizen.get("/ask/sent");
        assertThat(sent.body()).contains("按工作日计算").doesNotContain("tel:119");
        assertThat(alarms.find(appeals.get(number(sent)).id())).isEmpty();
        assertThat(citizen.get("/ask/urgent").statusCode()).isEqualTo(302);
    }

    @Test
    void the_APIs_say_how_urgent_it_is_and_whom_to_call() throws Exception {
        ApiClient open = new ApiClient(port, "");
        ApiClient.Answer taken = open.post(
                "/api/v1/portal/appeals",
                "{\"kind\":\"nothing\",\"content\":\"" + DANGER + "\",\"appellant\":{\"phone\":\"1380000\"}}");
        assertThat(taken.status()).isEqualTo(201);
        assertThat(taken.text("/urgency/kind")).isEqualTo("danger");
        assertThat(taken.text("/urgency/call/0/numbers/0")).isEqualTo("119");
        assertThat(taken.text("/left/0")).isEqualTo("phone");
        ApiClient.Answer calm =
                open.post("/api/v1/portal/appeals", "{\"kind\":\"suggestion\",\"content\":\"公园步道加几张座椅\"}");
        assertThat(calm.text("/urgency/kind")).isEqualTo("none");
        assertThat(calm.ok().at("/urgency/call").isEmpty()).isTrue();
        assertThat(open.post("/api/v1/portal/appeals", "{\"kind\":\"nothing\",\"content\":\"座椅\"}")
                        .status())
                .isEqualTo(422);
        ApiClient desk = ApiClient.of(port, accounts, "danger-desk", Role.AGENT, null);
        ApiClient.Answer ours = desk.post(
                "/api/v1/appeals", "{\"channel\":\"wechat\",\"kind\":\"livelihood\",\"content\":\"" + DANGER + "\"}");
        assertThat(ours.text("/urgency/kind")).isEqualTo("danger");
        assertThat(alarms.find(appeals.get(ours.text("/number")).id())).get().matches(DangerAlarm::open);
        ApiClient unit = ApiClient.of(port, accounts, "danger-unit", Role.UNIT_DESK, "heating");
        ApiClient.Answer units = unit.post(
                "/api/v1/unit-appeals",
                "{\"appeal\":{\"channel\":\"visit\",\"kind\":\"livelihood\",\"content\":\"" + DANGER
                        + "\"},\"decided\":{\"outcome\":\"settled\",\"words\":\"已关阀\"}}");
        assertThat(units.text("/urgency/call/0/code")).isEqualTo("fire-brigade");
        assertThat(alarms.find(appeals.get(units.text("/number")).id()))
                .as("a unit's own intake too: the platform's desk decides")
                .get()
                .matches(DangerAlarm::open);
        String described = open.get("/v3/api-docs").body().toString();
        assertThat(described).contains("UrgencyView", "urgency-phrases");
        assertThat(List.of(verification.findings())).containsExactly(List.of());
    }
}
