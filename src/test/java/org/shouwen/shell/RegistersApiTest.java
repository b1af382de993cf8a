package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ApiClient.Answer;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Breaches, handovers, the roster and attachments through the API, as another system would keep them. */
@ShouwenTest
class RegistersApiTest {
    @Autowired
    Accounts accounts;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private ApiClient as(Role role, String unit) {
        return ApiClient.of(port, accounts, "registers-" + role + unit, role, unit.isEmpty() ? null : unit);
    }

    private String order(ApiClient desk) throws Exception {
        Answer created = desk.post("/api/v1/appeals", """
                {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","title":"不热","content":"只有15度",
                 "appellant":{"phone":"13800000077"},"outcome":{"type":"order"}}""");
        String number = created.ok().get("number").asString();
        desk.post("/api/v1/work-orders/" + number + "/dispatches", """
                        {"lead":"heating","limitClass":"ordinary"}""").ok();
        return number;
    }

    @Test
    void a_breach_is_opened_heard_found_and_referred() throws Exception {
        ApiClient bureau = as(Role.BUREAU, "");
        String number = order(as(Role.DISPATCHER, ""));
        String open = """
                {"unit":"heating","ground":"A22_1","order":"%s","words":"逾期未接收"}""".formatted(number);
        assertThat(as(Role.SUPERVISOR, "").post("/api/v1/breaches", open).status())
                .isEqualTo(403);
        Answer bad = bureau.post("/api/v1/breaches", "{\"unit\":\"heating\"}");
        assertThat(bad.status()).isEqualTo(422);
        assertThat(bad.body().get("fields").toString()).contains("ground");
        String breach = bureau.post("/api/v1/breaches", open).ok().get("number").asString();
        Answer early = bureau.post("/api/v1/breaches/" + breach + "/findings", """
                {"upheld":true,"finding":"属实","sanction":"约谈"}""");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.text("/clause")).startsWith("A2");
        ApiClient.of(port, accounts, "registers-hearing", Role.BUREAU, null)
                .post("/api/v1/breaches/" + breach + "/hearings", "{\"words\":\"单位承认疏忽\"}")
                .ok();
        ApiClient.of(port, accounts, "registers-finding", Role.BUREAU, null)
                .post("/api/v1/breaches/" + breach + "/findings", """
                        {"upheld":true,"finding":"属实","sanction":"约谈"}""")
                .ok();
        bureau.post("/api/v1/breaches/" + breach + "/referrals", """
                        {"lead":"A23_1","to":"市纪委监委"}""").ok();
        Answer kept = bureau.get("/api/v1/breaches/" + breach);
        assertThat(kept.body().toString()).contains("单位承认疏忽", "属实", "约谈", "市纪委监委");
        assertThat(bureau.get("/api/v1/breaches").body().toString()).contains(breach);
        assertThat(bureau.get("/api/v1/breaches/none").status()).isEqualTo(404);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void an_order_is_handed_to_the_petition_office_and_answered() throws Exception {
        ApiClient desk = as(Role.DISPATCHER, "");
        String number = order(desk);
        String body = """
                {"order":"%s","ground":"A18_1","recipient":"市信访局","reason":"多次集体上访","workingDays":10}""".formatted(number);
        assertThat(desk.post("/api/v1/handovers", body.replace("10}", "null}")).status())
                .isEqualTo(422);
        String handover =
                desk.post("/api/v1/handovers", body).ok().get("number").asString();
        assertThat(desk.get("/api/v1/handovers").body().toString()).contains(handover);
        assertThat(desk.post("/api/v1/handovers/" + handover + "/answers", "{\"answer\":\" \"}")
                        .status())
                .isIn(409, 422);
        desk.post("/api/v1/handovers/" + handover + "/answers", "{\"answer\":\"已接访\"}")
                .ok();
        assertThat(desk.post("/api/v1/handovers/" + handover + "/answers", "{\"answer\":\"再答\"}")
                        .status())
                .isEqualTo(409);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_shift_is_planned_named_noted_and_taken_out_again() throws Exception {
        ApiClient bureau = as(Role.BUREAU, "");
        ApiClient unit = as(Role.UNIT_DESK, "heating");
        String plan = """
                {"day":"2026-12-07","half":"DAY","purpose":"ANSWERING","unit":"heating"}""";
        assertThat(unit.post("/api/v1/roster/shifts", plan).status()).isEqualTo(409);
        String first = bureau.post("/api/v1/roster/shifts", plan).ok().get("id").asString();
        assertThat(bureau.post("/api/v1/roster/shifts", plan).status()).isEqualTo(422);
        unit.post("/api/v1/roster/shifts/" + first + "/people", "{\"person\":\"赵轮值\"}")
                .ok();
        assertThat(unit.post("/api/v1/roster/shifts/" + first + "/removals", "").status())
                .isEqualTo(409);
        bureau.post("/api/v1/roster/shifts/" + first + "/removals", "").ok();
        assertThat(bureau.get("/api/v1/roster/shifts?month=2026-12").body().toString())
                .doesNotContain(first);
        String again = bureau.post("/api/v1/roster/shifts", plan).ok().get("id").asString();
        clock.set("2026-12-07T18:00");
        bureau.post("/api/v1/roster/shifts/" + again + "/attendances", "{\"came\":true}")
                .ok();
        assertThat(bureau.post("/api/v1/roster/shifts/" + first + "/attendances", "{\"came\":true}")
                        .status())
                .isEqualTo(409);
        assertThat(unit.get("/api/v1/roster/upkeep").body().get("items").size()).isEqualTo(2);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void what_was_uploaded_becomes_part_of_the_history_when_it_is_named() throws Exception {
        ApiClient desk = as(Role.DISPATCHER, "");
        ApiClient unit = as(Role.UNIT_DESK, "heating");
        String order = "/api/v1/work-orders/" + order(desk);
        byte[] amr = "#!AMR\n a recording".getBytes(StandardCharsets.US_ASCII);
        String id =
                unit.upload(order + "/papers", "call.amr", amr).ok().get("id").asString();
        assertThat(unit.upload(order + "/papers", "call.exe", new byte[] {'M', 'Z', 0, 1})
                        .status())
                .isEqualTo(422);
        assertThat(unit.post(order + "/attachments", "{\"papers\":[]}").status())
                .isEqualTo(422);
        assertThat(as(Role.UNIT_DESK, "housing")
                        .post(order + "/attachments", "{\"papers\":[\"" + id + "\"]}")
                        .status())
                .isIn(404, 422);
        unit.post(order + "/attachments", "{\"papers\":[\"" + id + "\"]}").ok();
        assertThat(desk.get(order).body().toString()).contains("call.amr", "audio/amr");
        assertThat(verification.findings()).isEmpty();
    }
}
