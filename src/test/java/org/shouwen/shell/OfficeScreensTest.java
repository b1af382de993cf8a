package org.shouwen.shell;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sign-in, the administrator's screens and the boards in a real browser. */
class OfficeScreensTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    @Test
    void a_wrong_password_keeps_the_login_and_says_what_to_do() {
        Page page = page();
        page.navigate("/unit/inbox");
        assertThat(page).hasURL("http://localhost:" + port + "/sign-in");
        page.fill("input[name=username]", "heating");
        page.fill("input[name=password]", "wrong");
        page.click("button[type=submit]");
        assertThat(page.locator(".sw-problem")).containsText("登录名或密码不对");
        assertThat(page.locator("input[name=username]")).hasValue("heating");
        shot(page, "sign-in");
        page.fill("input[name=password]", "shouwen-demo");
        page.click("button[type=submit]");
        assertThat(page.locator("h1")).containsText("丹东市热力集团");
    }

    @Test
    void a_unit_may_not_open_the_administrators_pages() {
        Page unit = as("heating");
        org.assertj.core.api.Assertions.assertThat(
                        unit.navigate("/admin/accounts").status())
                .isEqualTo(403);
        assertThat(unit.locator("h1")).containsText("您的角色不能打开这个页面");
    }

    @Test
    void an_administrator_makes_an_account_whose_password_is_shown_once_and_must_be_changed() {
        Page admin = as("admin");
        admin.navigate("/admin/accounts");
        shot(admin, "accounts");
        admin.fill("aside input[name=login] >> nth=0", "new-agent");
        admin.fill("aside input[name=name] >> nth=0", "新坐席");
        admin.selectOption("aside select[name=role] >> nth=0", "AGENT");
        admin.click("aside button[type=submit] >> nth=0");
        String first = admin.locator("code.sw-big").textContent();

        Page security = as("security");
        security.click(".sw-card:has-text('new-agent') button:text-is('授权')");
        String password = first + security.locator("code.sw-big").textContent();

        Page agent = page();
        agent.navigate("/sign-in");
        agent.fill("input[name=username]", "new-agent");
        agent.fill("input[name=password]", password);
        agent.click("button[type=submit]");
        assertThat(agent.locator("main")).containsText("请先换成自己的密码");
        agent.fill("input[name=old]", password);
        agent.fill("input[name=fresh]", "a-long-enough-one");
        agent.fill("input[name=again]", "another-long-one");
        agent.locator("main button[type=submit]").click();
        assertThat(agent.locator(".sw-error")).containsText("不一样");
        agent.fill("input[name=old]", password);
        agent.fill("input[name=fresh]", "a-long-enough-one");
        agent.fill("input[name=again]", "a-long-enough-one");
        agent.locator("main button[type=submit]").click();
        assertThat(agent.locator("h1")).containsText("第二步验证");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_calendar_is_previewed_and_then_loaded() {
        Page admin = as("admin");
        admin.navigate("/admin/calendar?year=2026");
        assertThat(admin.locator(".sw-head")).containsText("248");
        shot(admin, "calendar");
        admin.navigate("/admin/calendar?year=2027");
        assertThat(admin.locator(".sw-head")).containsText("尚未公布");
        admin.locator("details summary").last().click();
        admin.fill("textarea[name=text]", "date,working,name\n2027-13-01,false,元旦");
        admin.locator("details button[type=submit]").last().click();
        assertThat(admin.locator(".sw-problem")).isVisible();
        assertThat(admin.locator("textarea[name=text]")).hasValue("date,working,name\n2027-13-01,false,元旦");
        admin.fill("textarea[name=text]", "# 测试\ndate,working,name\n2027-01-01,false,元旦");
        admin.locator("details button[type=submit]").last().click();
        admin.locator("button[name=confirm]").click();
        assertThat(admin.locator("main")).containsText("已提请载入 2027 年");
        assertThat(admin.locator("main")).containsText("1 份放假安排待他人确认载入");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_unit_is_changed_and_its_duty_shows_in_the_list() {
        Page admin = as("admin");
        admin.navigate("/admin/units");
        shot(admin, "units");
        admin.click("text=丹东市燃气公司");
        admin.fill("aside input[name=head]", "新示一");
        admin.locator("aside button[type=submit]").click();
        assertThat(admin.locator(".sw-told")).containsText("已保存");
        assertThat(admin.locator("aside input[name=head]")).hasValue("新示一");
        shot(admin, "unit");
        admin.navigate("/admin/duties?q=燃气");
        assertThat(admin.locator("table")).containsText("丹东市燃气公司");
        shot(admin, "duties");
        admin.navigate("/editions");
        assertThat(admin.locator("table")).containsText("7 个工作日");
        shot(admin, "editions");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void the_boards_say_what_is_late_where() {
        Page supervisor = as("supervisor");
        supervisor.navigate("/supervision");
        assertThat(supervisor.locator("#by-unit")).containsText("丹东市热力集团");
        assertThat(supervisor.locator("[data-chart] svg")).isVisible();
        shot(supervisor, "supervision");
        supervisor.click("#by-unit >> text=丹东市热力集团");
        assertThat(supervisor.locator("table").first()).containsText("供暖不热");
        Page bureau = as("bureau");
        bureau.navigate("/board");
        assertThat(bureau.locator("main")).containsText("按时接收");
        assertThat(bureau.locator("main")).not().containsText("100.0%");
        shot(bureau, "board");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_session_that_ends_under_ones_hands_costs_nothing_that_was_typed() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("[name=content]", "说到一半的话");
        jdbc.sql("delete from accounts.spring_session where principal_name = 'agent'")
                .update();
        assertThat(agent.locator("#ended")).isHidden();
        agent.evaluate("htmx.ajax('GET', '/desk/alarms/strip', '.sw-alarms')");
        assertThat(agent.locator("#ended")).isVisible();
        shot(agent, "session-ended");
        Page beside = agent.waitForPopup(() -> agent.click("#ended a"));
        beside.fill("input[name=username]", "agent");
        beside.fill("input[name=password]", "shouwen-demo");
        beside.click("main button[type=submit]");
        beside.waitForURL(url -> !url.contains("/sign-in"));
        agent.evaluate("dispatchEvent(new Event('focus'))");
        assertThat(agent.locator("#ended")).isHidden();
        assertThat(agent.locator("[name=content]")).hasValue("说到一半的话");
        assertThat(agent.evaluate("""
                        async () => (await fetch('/desk/intake/draft', { method: 'POST',
                            body: new URLSearchParams(new FormData(document.querySelector('main form'))) })).status"""))
                .as("and the page's forms are good again")
                .isEqualTo(200);
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void an_alarm_that_comes_while_a_button_is_pressed_does_not_take_it_from_under_the_hand() {
        Page agent = as("agent");
        agent.route(
                "**/desk/alarms/strip",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html;charset=UTF-8")
                        .setBody("<div class=\"sw-strip\" role=\"alert\"><p>险情</p></div>".repeat(8))));
        agent.navigate("/second-factor");
        assertThat(agent.locator(".sw-strip")).hasCount(8);
        agent.evaluate("document.querySelector('.sw-alarms').textContent = ''");
        Locator button = ready(agent).locator("main form button").first();
        button.evaluate("b => { b.type = 'button'; b.addEventListener('click', () => { b.dataset.hit = 'yes'; }); }");
        button.hover();
        agent.mouse().down();
        agent.evaluate("htmx.ajax('GET', '/desk/alarms/strip', '.sw-alarms')");
        agent.mouse().up();
        assertThat(button).hasAttribute("data-hit", "yes");
        assertThat(agent.locator(".sw-strip")).hasCount(8);
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void a_page_jumps_to_the_field_in_hand_and_does_not_glide_under_it() {
        Page agent = as("agent");
        agent.navigate("/second-factor");
        assertThat(agent.locator("html")).hasCSS("scroll-behavior", "auto");
    }
}
