package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.time.Instant;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.TestClock;
import org.shouwen.identity.Identity;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.springframework.beans.factory.annotation.Autowired;

/** What stopped people who used the product for the first time, in the roles in which they met it. */
class WalkedByNewUsersTest extends BrowserTest {
    @Autowired
    Cases cases;

    @Autowired
    TestClock clock;

    @Autowired
    Supervisions supervisions;

    @BeforeEach
    void a_working_day() {
        clock.set("2026-09-28T10:00");
    }

    @Test
    void keys_work_with_caps_lock_on() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        ready(agent).keyboard().press("Alt+S");
        assertThat(agent.locator("input[name=kind][value=livelihood]")).isChecked();
        ready(agent).keyboard().press("Alt+x");
        assertThat(agent.locator("input[name=kind][value=complaint]")).isChecked();
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_refused_form_names_each_fault_with_its_field_and_leads_to_it() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("textarea[name=content]", "家里暖气不热，没人管");
        ready(agent).keyboard().press("Alt+2");
        agent.locator("button[value=order]").click();
        Locator fault = agent.locator(".sw-faults a").first();
        assertThat(fault).containsText("类型");
        fault.click();
        assertThat(agent.locator("#error-kind")).isVisible();
        assertThat(agent.locator("button[value=order]")).not().isVisible();
        shot(agent, "walk-faults");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_phone_sees_what_is_wrong_where_it_looks_first() {
        String number = cases.aCase(Identity.UNNAMED).number();
        Page agent = as("dispatcher");
        agent.navigate("/orders/" + number);
        agent.locator("form[action$=corrections]")
                .evaluate("f => { f.closest('details').open = true; f.noValidate = true; }");
        agent.locator("form[action$=corrections] input[name=place]").fill("天上");
        agent.locator("form[action$=corrections] textarea[name=reason]").fill("说错了");
        agent.locator("form[action$=corrections] button[type=submit]").click();
        assertThat(agent.locator(".sw-faults")).containsText("天上");
        agent.locator("form[action$=corrections] input[name=place]").fill("振安");
        agent.locator("form[action$=corrections] button[type=submit]").click();
        assertThat(agent.locator("main")).containsText("振安区");
        assertThat(agent.locator(".sw-told")).isVisible();
    }

    @Test
    void no_key_is_offered_that_no_hand_can_press() {
        Page dispatcher = as("dispatcher");
        dispatcher.navigate(
                "/orders/" + cases.aCase().dispatchedTo("heating").received().number());
        assertThat(dispatcher.locator(".sw-act > summary kbd").count()).isEqualTo(9);
        assertThat(dispatcher.locator(".sw-act > summary").count()).isGreaterThan(9);
    }

    @Test
    void the_menu_of_an_english_unit_leader_takes_one_row() {
        Page leader = as("heating-leader");
        leader.navigate("/unit/inbox?lang=en");
        assertThat(leader.locator(".sw-nav a").first()).hasText(java.util.regex.Pattern.compile("Inbox"));
        double height =
                ((Number) leader.locator(".sw-nav").evaluate("e => e.getBoundingClientRect().height")).doubleValue();
        assertThat(height).as("pixels").isLessThan(60);
        shot(leader, "walk-menu");
    }

    @Test
    void a_time_that_the_form_proposes_is_taken_in_the_minute_of_the_dispatch() {
        clock.set(Instant.parse("2026-09-28T02:00:45Z"));
        String number = cases.aCase().dispatchedTo("heating").received().number();
        Page desk = as("heating");
        desk.navigate("/orders/" + number);
        Locator form = desk.locator("form[action$=extensions]");
        form.evaluate("f => { f.closest('details').open = true; }");
        form.locator("input[name=days]").fill("2");
        form.locator("textarea[name=reason]").fill("管网检修");
        form.locator("textarea[name=basis]").fill("施工计划");
        form.locator("input[name=toldHow]").fill("电话");
        form.locator("button[type=submit]").click();
        assertThat(desk.locator(".sw-told")).containsText("延期申请已提交");
    }

    @Test
    void a_supervised_order_says_so_to_the_unit_on_its_page_and_among_its_notices() {
        Case order = cases.aCase().dispatchedTo("heating").received();
        Supervision s = supervisions.issue(
                order.number(), Supervision.Level.FIRST, Supervision.How.PHONE, "请今天上门", People.SUPERVISOR);
        Page desk = as("heating");
        desk.navigate("/notices");
        assertThat(desk.locator("tr", new Page.LocatorOptions().setHasText(order.number()))
                        .first())
                .containsText("工单被督办");
        desk.navigate("/orders/" + order.number());
        assertThat(desk.locator(".sw-alarm", new Page.LocatorOptions().setHasText("督办")))
                .containsText(s.number());
        Page other = as("housing");
        other.navigate("/notices");
        assertThat(other.locator("main")).not().containsText("工单被督办");
        shot(desk, "walk-supervised");
    }

    @Test
    void both_parts_of_a_receipt_are_pasted_at_once() {
        Page phone = page(390, 844);
        phone.navigate("/lookup");
        ready(phone).locator("input[name=number]").evaluate("""
                e => { const d = new DataTransfer(); d.setData('text', '编号 20261129-000101 查询码 ruaejq7r');
                       e.dispatchEvent(new ClipboardEvent('paste', { clipboardData: d, bubbles: true, cancelable: true })); }""");
        assertThat(phone.locator("input[name=number]")).hasValue("20261129-000101");
        assertThat(phone.locator("input[name=code]")).hasValue("RUAEJQ7R".toUpperCase(Locale.ROOT));
        assertThat(scriptErrors).isEmpty();
    }
}
