package org.shouwen.workorder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;

/** An order's way through the screens: the duty list suggests, the unit receives and reports, the platform closes. */
class OrderScreensTest extends BrowserTest {
    private static final String MATTER = "室内温度只有15度";

    @Test
    void from_the_dispatch_queue_to_closed() {
        Page dispatcher = as("dispatcher");
        dispatcher.navigate("/desk/dispatch");
        shot(dispatcher, "dispatch");
        assertThat(dispatcher.locator("tr", new Page.LocatorOptions().setHasText(MATTER)))
                .containsText("丹东市热力集团");
        dispatcher
                .locator("tr", new Page.LocatorOptions().setHasText(MATTER))
                .locator("input[name=number]")
                .check();
        ready(dispatcher).keyboard().press("F9");
        assertThat(dispatcher.locator(".sw-told")).containsText("已派出 1 件");

        Page unit = as("heating");
        unit.navigate("/unit/inbox?tab=TO_RECEIVE");
        shot(unit, "inbox");
        unit.locator("a.sw-title", new Page.LocatorOptions().setHasText(MATTER)).click();
        shot(unit, "order-to-receive");
        unit.locator("details.sw-act[open] button[type=submit]").click();
        assertThat(unit.locator(".sw-told")).containsText("已接收");
        String order = unit.url();

        report(unit, "");
        assertThat(unit.locator(".sw-problem")).containsText("报结缺少必填内容：回访情况");
        assertThat(unit.locator(".sw-problem")).containsText("第十三条第四项");
        assertThat(unit.locator("textarea[name=investigation]")).hasValue("到现场测温三次");
        shot(unit, "report-refused");
        assertThat(unit.locator(".sw-act.is-next")).containsText("报结");
        report(unit, "满意");
        assertThat(unit.locator(".sw-state").first()).containsText("待审核");
        assertThat(unit.locator(".sw-act").first()).isVisible();
        assertThat(unit.locator(".sw-act.is-next, .sw-act[open]")).hasCount(0); // nothing is next for who has reported

        dispatcher.navigate("/desk/reports");
        shot(dispatcher, "reports");
        dispatcher.navigate(order);
        dispatcher.locator("details[open] button[type=submit]").first().click();
        assertThat(dispatcher.locator(".sw-state").first()).containsText("已办结");
        shot(dispatcher, "order-closed");
        assertThat(scriptErrors).isEmpty();
    }

    private static void report(Page unit, String said) {
        unit.evaluate("document.querySelectorAll('[required]').forEach(e => e.removeAttribute('required'))");
        unit.evaluate(
                "[...document.querySelectorAll('details.sw-act')].forEach(d => d.open = !!d.querySelector('[name=leaderActed]'))");
        unit.fill("textarea[name=leaderActed]", "分管领导到场");
        unit.fill("textarea[name=investigation]", "到现场测温三次");
        unit.fill("textarea[name=resolution]", "更换阀门，室温20度");
        unit.fill("textarea[name=appellantSaid]", said);
        unit.fill("input[name=answeredHow]", "电话");
        unit.locator("details[open] button[type=submit]").click();
    }

    /** Clause A21: who is not concerned learns nothing. */
    @Test
    void a_foreign_unit_gets_the_same_page_as_for_an_order_that_is_not_there() {
        Page heating = as("heating");
        heating.navigate("/unit/inbox?tab=CLOSED");
        String number = heating.locator("td.sw-num a").first().textContent();
        Page housing = as("zhenxing");
        org.assertj.core.api.Assertions.assertThat(
                        housing.navigate("/orders/" + number).status())
                .isEqualTo(404);
        org.assertj.core.api.Assertions.assertThat(
                        housing.navigate("/orders/20990101-000001").status())
                .isEqualTo(404);
        shot(housing, "not-found");
    }
}
