package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.history.Verification;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Article 12.5 through HTTP: recall, dispatch elsewhere, correction, the question to intake; and acts on many. */
@ShouwenTest
class WrongDispatchTest {
    private static final String TO_HEATING = "{\"lead\":\"heating\",\"limitClass\":\"ordinary\"}";

    @Autowired
    Accounts accounts;

    @Autowired
    Outbox messages;

    @Autowired
    Verification verification;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    private ApiClient desk;
    private ApiClient heating;
    private ApiClient housing;
    private String appeal = "";

    @BeforeEach
    void people() {
        clock.set("2026-09-30T10:00");
        desk = ApiClient.of(port, accounts, "wrong-desk", Role.DISPATCHER, null);
        heating = ApiClient.of(port, accounts, "wrong-heating", Role.UNIT_DESK, "heating");
        housing = ApiClient.of(port, accounts, "wrong-housing", Role.UNIT_DESK, "housing");
    }

    private String registered() throws Exception {
        ApiClient.Answer made = desk.post("/api/v1/appeals", """
                {"channel":"phone","kind":"livelihood","matterClass":"heat-cold","place":"210603","location":"示例小区",
                 "title":"不热","content":"只有15度","appellant":{"name":"王示例","phone":"13800000017"},
                 "outcome":{"type":"order"}}""");
        made.ok();
        appeal = made.text("/number");
        return appeal;
    }

    private String dispatched() throws Exception {
        String number = registered();
        act(desk, number, "dispatches", TO_HEATING).ok();
        return number;
    }

    private static ApiClient.Answer act(ApiClient by, String number, String act, String body) throws Exception {
        return by.post("/api/v1/work-orders/" + number + "/" + act, body);
    }

    private static ApiClient.Answer seen(ApiClient by, String number) throws Exception {
        return by.get("/api/v1/work-orders/" + number);
    }

    private void verified() {
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    @Test
    void recalled_it_leaves_the_inbox_and_waits_in_the_queue_again() throws Exception {
        String number = dispatched();
        assertThat(seen(heating, number).status()).isEqualTo(200);
        assertThat(act(heating, number, "recalls", "{\"reason\":\"x\"}").status())
                .isEqualTo(409);
        act(desk, number, "recalls", "{\"reason\":\"派错单位，王示例 13800000017 是用水问题\"}")
                .ok();
        assertThat(seen(heating, number).status()).isEqualTo(404);
        String page =
                ScreenClient.as(port, "dispatcher").get("/orders/" + number).body();
        assertThat(page).contains("收回派单").contains("派错单位").doesNotContain("13800000017");
        act(desk, number, "dispatches", "{\"lead\":\"housing\",\"limitClass\":\"ordinary\"}")
                .ok();
        assertThat(seen(housing, number).text("/order/duty/dispatchedAt")).isNotEmpty();
        verified();
    }

    @Test
    void dispatched_elsewhere_the_first_unit_has_nothing_of_it_and_the_appellant_is_told_in_words() throws Exception {
        String number = dispatched();
        act(heating, number, "receipts", "").ok();
        act(
                        heating,
                        number,
                        "extensions",
                        "{\"days\":3,\"reason\":\"等配件\",\"basis\":\"合同\",\"toldAt\":\"2026-09-30T02:00:00Z\",\"toldHow\":\"电话\"}")
                .ok();
        act(desk, number, "redispatches", "{\"lead\":\"housing\",\"limitClass\":\"ordinary\",\"reason\":\"房屋保温问题\"}")
                .ok();
        assertThat(seen(heating, number).status()).isEqualTo(404);
        assertThat(act(heating, number, "reports", "{}").status()).isEqualTo(404);
        assertThat(seen(housing, number).text("/order/duty/lead")).contains("housing");
        assertThat(ScreenClient.as(port, "dispatcher").get("/desk/requests").body())
                .doesNotContain(number);
        assertThat(messages.of(appeal).stream().map(SentMessage::text))
                .anyMatch(m -> m.contains("经平台重新派单") && m.contains("住") && m.contains("10月15日"));
        verified();
    }

    @Test
    void a_correction_stands_in_the_history_with_old_and_new_and_moves_no_limit() throws Exception {
        String number = dispatched();
        String limit = seen(desk, number).text("/order/duty/handling/at");
        act(desk, number, "corrections", """
                {"title":"停水，王示例13800000017","kind":"complaint","matterClass":"heat-cold","place":null,"reason":"听错"}""").ok();
        ApiClient.Answer now = seen(desk, number);
        assertThat(now.text("/matter/title")).startsWith("停水").doesNotContain("13800000017");
        assertThat(now.text("/matter/kind")).isEqualTo("complaint");
        assertThat(now.text("/order/duty/handling/at")).isEqualTo(limit);
        String page =
                ScreenClient.as(port, "dispatcher").get("/orders/" + number).body();
        assertThat(page).contains("标题：不热 → 停水").contains("类型：民生诉求 → 投诉").contains("听错");
        assertThat(act(desk, number, "corrections", """
                {"title":"停水","kind":"complaint","matterClass":"no-such","reason":"x"}""").status()).isEqualTo(422);
        verified();
    }

    @Test
    void a_question_to_intake_is_on_the_agents_list_until_it_is_answered() throws Exception {
        String number = registered();
        act(desk, number, "intake-questions", "{\"text\":\"哪一栋楼？\"}").ok();
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(agent.get("/desk/questions").body()).contains(number);
        assertThat(ScreenClient.as(port, "dispatcher").get("/desk/dispatch").body())
                .contains("待坐席补充");
        assertThat(agent.post("/orders/" + number + "/intake-answers", java.util.Map.of("text", "三号楼"))
                        .statusCode())
                .isEqualTo(302);
        assertThat(agent.get("/desk/questions").body()).doesNotContain(number);
        verified();
    }

    /** Case B06: one that another unit has by now and one that a colleague received do not keep the others back. */
    @Test
    void of_many_each_is_received_alone_and_who_was_not_is_named_with_the_reason() throws Exception {
        String first = dispatched();
        String moved = dispatched();
        String received = dispatched();
        String last = dispatched();
        act(desk, moved, "redispatches", "{\"lead\":\"housing\",\"limitClass\":\"ordinary\",\"reason\":\"派错\"}")
                .ok();
        act(heating, received, "receipts", "").ok();
        ScreenClient inbox = ScreenClient.as(port, "heating");
        String numbers = String.join(",", first, moved, received, last);
        assertThat(inbox.post("/unit/inbox", java.util.Map.of("number", numbers))
                        .statusCode())
                .isEqualTo(302);
        String page = inbox.get("/unit/inbox").body();
        assertThat(page)
                .contains("已接收 2 件")
                .contains(moved)
                .contains("已转到其他单位")
                .contains(received)
                .contains("接收");
        for (String number : java.util.List.of(first, last))
            assertThat(seen(heating, number).text("/order/duty/receivedAt")).isNotEmpty();
        ApiClient.Answer again = heating.post(
                "/api/v1/work-orders/receipts", "{\"numbers\":[\"%s\",\"%s\",\"x\"]}".formatted(first, moved));
        assertThat(again.ok().size()).isEqualTo(3);
        assertThat(again.text("/0/reason")).contains("接收");
        assertThat(again.text("/2/reason")).isNotEmpty();
    }

    @Test
    void a_batch_dispatch_says_the_true_reason_of_what_was_joined_or_dispatched_meanwhile() throws Exception {
        String lead = dispatched();
        String joined = registered();
        String gone = dispatched();
        String good = registered();
        act(desk, joined, "joins", "{\"lead\":\"" + lead + "\"}").ok();
        ScreenClient queue = ScreenClient.as(port, "dispatcher");
        queue.post(
                "/desk/dispatch", java.util.Map.of("number", String.join(",", joined, gone, "20990101-000001", good)));
        String page = queue.get("/desk/dispatch").body();
        assertThat(page)
                .contains("已派出 1 件")
                .contains("已并入工单 " + lead)
                .contains("已派往")
                .contains("没有这个编号");
    }
}
