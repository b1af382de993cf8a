package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What an agent need not say: the kind of a reminder, the kind of a class, a second call for what is urgent. */
class FewerKeysTest extends BrowserTest {
    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void morning() {
        clock.set("2026-09-28T10:00");
    }

    private Page desk() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.locator("button[data-key=F8]").click();
        agent.waitForLoadState();
        return agent;
    }

    private String number(Page agent) {
        return agent.locator(".sw-big.sw-num").first().textContent().strip();
    }

    private String one(String column, String number) {
        return String.valueOf(jdbc.sql("select " + column + " from intake.appeal where number = :n")
                .param("n", number)
                .query(String.class)
                .single());
    }

    @Test
    void a_reminder_needs_no_kind() {
        String order = jdbc.sql("select number from workorder.work_order where state = 'IN_HAND' limit 1")
                .query(String.class)
                .single();
        Page agent = desk();
        agent.fill("[name=content]", "还没有人来");
        ready(agent).keyboard().press("Alt+5");
        agent.fill("[name=order]", order);
        agent.locator("#remind button[type=submit]").click();
        assertThat(agent.locator("h1")).containsText("催办");
        assertThat(one("kind", number(agent)))
                .isEqualTo(jdbc.sql("select kind from workorder.matter m"
                                + " join workorder.work_order w on w.id = m.order_id where w.number = :n")
                        .param("n", order)
                        .query(String.class)
                        .single());
    }

    @Test
    void a_wrong_number_of_a_reminder_or_a_joining_is_said_and_not_that_a_kind_is_missing() {
        for (String[] way : new String[][] {{"Alt+5", "order", "#remind"}, {"Alt+6", "joinTo", "#join"}}) {
            Page agent = desk();
            agent.fill("[name=content]", "还没有人来");
            ready(agent).keyboard().press(way[0]);
            agent.fill("[name=" + way[1] + "]", "20269999-1");
            agent.locator(way[2] + " button[type=submit]").click();
            assertThat(agent.locator(".sw-faults")).containsText("20269999-1");
            assertThat(agent.locator(".sw-faults li")).hasCount(1);
        }
    }

    @Test
    void the_kind_follows_from_the_class_and_has_keys() {
        Page agent = desk();
        agent.fill("[name=content]", "报停需要什么手续");
        agent.selectOption("[name=matterClass]", "heat-join");
        assertThat(agent.locator("[name=kind][value=consultation]")).isChecked();
        agent.selectOption("[name=matterClass]", "heat-cold");
        assertThat(agent.locator("[name=kind][value=livelihood]")).isChecked();
        agent.locator("[name=content]").focus();
        ready(agent).keyboard().press("Alt+q");
        var first = agent.locator("[name=kind]").first();
        assertThat(first).isChecked();
        agent.selectOption("[name=matterClass]", "heat-leak");
        assertThat(first).isChecked(); // chosen by hand
        shot(agent, "intake-kinds");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void without_script_too_the_kind_follows_from_the_class() throws Exception {
        String key = UUID.randomUUID().toString();
        var sent = ScreenClient.as(port, "agent")
                .post(
                        "/desk/intake",
                        Map.of("content", "家里只有十五度", "matterClass", "heat-cold", "outcome", "order", "key", key));
        assertThat(sent.statusCode()).isEqualTo(302);
        assertThat(jdbc.sql("select kind from intake.appeal order by received_at desc, id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("livelihood");
    }

    @Test
    void a_place_is_taken_or_said_while_it_is_typed() {
        Page agent = desk();
        agent.fill("[name=placeName]", "振兴");
        assertThat(agent.locator("#place-said")).containsText("记为 振兴区");
        agent.fill("[name=placeName]", "没有这样的地方");
        assertThat(agent.locator("#place-said")).containsText("名录中没有这个地点");
        shot(agent, "intake-place-unknown");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void told_to_call_119_and_an_order_to_the_gas_company_from_one_call() {
        Page agent = desk();
        agent.fill("[name=content]", "楼道里煤气味很大");
        agent.fill("[name=placeName]", "振兴区");
        agent.selectOption("[name=matterClass]", "heat-cold");
        ready(agent).keyboard().press("Alt+2");
        agent.selectOption("[name=urgentKind]", "fire");
        agent.selectOption("[name=alsoTold]", "fire-brigade");
        shot(agent, "intake-order-and-119");
        agent.locator(".in-outcomes > details[open] button[type=submit]").click();
        String number = number(agent);
        assertThat(one("outcome", number)).isEqualTo("order");
        String code =
                agent.locator(".sw-big:not(.sw-num)").first().textContent().strip();
        agent.navigate("/appeals/" + number);
        assertThat(agent.locator("main")).containsText("已告知立即拨打：消防 119");
        assertThat(jdbc.sql("select state from workorder.work_order where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo("REGISTERED");
        shot(agent, "appeal-order-and-119");
        agent.navigate("/orders/" + number);
        assertThat(agent.locator("main")).containsText("已请诉求人立即拨打：119");
        agent.navigate("/lookup");
        agent.fill("[name=number]", number);
        agent.fill("[name=code]", code);
        agent.locator("main form button[type=submit]").click();
        assertThat(agent.locator("main")).containsText("已请您立即拨打：119");
        assertThat(agent.locator("main")).containsText("已登记为工单");
    }
}
