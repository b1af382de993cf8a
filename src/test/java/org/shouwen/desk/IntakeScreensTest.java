package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.BrowserTest;
import org.shouwen.ScreenClient;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The agent with a caller on the line, in a real browser: every outcome, and nothing typed is lost. */
class IntakeScreensTest extends BrowserTest {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    Accounts accounts;

    @Autowired
    Calls calls;

    @Autowired
    Drafts drafts;

    @Autowired
    DraftUpkeep upkeep;

    @Autowired
    TestClock clock;

    @BeforeEach
    void noDrafts() {
        jdbc.sql("delete from desk.draft").update();
        scriptErrors.clear();
    }

    @Test
    void whoever_calls_comes_onto_the_screen_of_the_agent_whose_telephone_rings() throws Exception {
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        Page agent = as("agent");
        Page other = as("dispatcher");
        List<String> asked = new ArrayList<>();
        agent.onRequest(r -> asked.add(r.url()));
        other.navigate("/desk/intake");
        agent.navigate("/desk/intake?lang=zh");
        assertThat(telephone
                        .post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"+86 138-0000-0001\"}")
                        .status())
                .isEqualTo(204);
        assertThat(agent.locator(".sw-ringing")).containsText("138****0001");
        ready(agent).keyboard().press("Alt+n");
        assertThat(agent.locator("[name=phone]")).hasValue("13800000001");
        assertThat(agent.locator("#caller")).containsText("室内温度只有15度");
        other.waitForResponse("**/desk/intake/ringing*", () -> {});
        assertThat(other.locator(".sw-ringing")).hasCount(0);
        assertThat(jdbc.sql("select encode(body, 'escape') from desk.draft")
                        .query(String.class)
                        .list())
                .noneMatch(b -> b.contains("1380000000"));
        agent.navigate("/desk/alarms");
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"13800000003\"}");
        agent.locator(".sw-ringing button").click();
        assertThat(agent.locator("[name=phone]")).hasValue("13800000003");
        assertThat(asked).noneMatch(url -> url.contains("1380000000") || url.contains("_csrf"));
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void what_a_call_comes_between_is_not_lost() throws Exception {
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        Page agent = as("agent");
        agent.route("**/desk/intake/draft", route -> route.abort()); // what was typed in the last seconds
        agent.navigate("/desk/intake");
        agent.fill("[name=name]", "只写了姓名");
        rings(telephone, agent, "13800000001");
        press(agent, "Alt+n");
        assertThat(agent.locator("[name=phone]")).hasValue("13800000001");
        assertThat(agent.locator("[name=name]")).hasValue("");
        agent.fill("[name=content]", "第二个电话");
        rings(telephone, agent, "13800000002");
        shot(agent, "intake-ringing");
        press(agent, "Alt+n");
        assertThat(agent.locator("[name=phone]")).hasValue("13800000002");
        agent.fill("[name=content]", "第三个电话，咨询");
        agent.check("input[name=kind][value=consultation]");
        ready(agent).locator("body").press("Alt+1");
        agent.fill("[name=answer]", "已答复");
        ready(agent).keyboard().press("Control+Enter");
        assertThat(agent.locator("h1")).containsText("已记录答复");
        agent.navigate("/desk/intake");
        press(agent, "F7");
        assertThat(agent.locator("[name=name]")).hasValue("只写了姓名");
        press(agent, "F7");
        assertThat(agent.locator("[name=content]")).hasValue("第二个电话");
        assertThat(agent.locator("[name=phone]")).hasValue("13800000001");
        agent.fill("[name=content]", "第二个电话，补一句");
        press(agent, "F7");
        assertThat(agent.locator("[name=name]")).hasValue("只写了姓名");
        press(agent, "F7");
        assertThat(agent.locator("[name=content]")).hasValue("第二个电话，补一句");
        rings(telephone, agent, "13800000001");
        agent.fill("[name=content]", "第二个电话，同一个人又打来");
        press(agent, "Alt+n");
        assertThat(agent.locator(".sw-ringing")).hasCount(0);
        assertThat(agent.locator("[name=content]")).hasValue("第二个电话，同一个人又打来");
        rings(telephone, agent, "13800000002");
        agent.fill("[name=content]", "第二个电话，那边挂了");
        jdbc.sql("delete from desk.draft where place = 'RINGING'").update();
        press(agent, "Alt+n");
        assertThat(agent.locator(".sw-ringing")).hasCount(0);
        assertThat(agent.locator("[name=content]")).hasValue("第二个电话，那边挂了");
    }

    /** Each of the two buttons brings back its own, and nothing is put in place of what stands in the form. */
    @Test
    void what_was_cleared_and_what_was_set_aside_both_come_back() throws Exception {
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("[name=content]", "放下的");
        agent.setInputFiles("[name=photo]", new FilePayload("现场.jpg", "image/jpeg", new byte[] {1}));
        rings(telephone, agent, "13800000001");
        press(agent, "Alt+n");
        assertThat(agent.locator("[name=phone]")).hasValue("13800000001");
        agent.fill("[name=content]", "清空的");
        press(agent, "F8");
        assertThat(agent.locator("[name=content]")).hasValue("");
        press(agent, "F8");
        assertThat(agent.locator("[name=content]")).hasValue("");
        agent.fill("[name=content]", "又写了的");
        shot(agent, "intake-aside");
        press(agent, "Alt+z");
        assertThat(agent.locator("[name=content]")).hasValue("清空的");
        press(agent, "F7");
        assertThat(agent.locator("[name=content]")).hasValue("放下的");
        assertThat(agent.locator("text=请重新选择")).isVisible();
        press(agent, "F8");
        assertThat(agent.locator("[name=content]")).hasValue("");
        Page beside = agent.context().newPage();
        beside.navigate("/desk/intake");
        beside.fill("[name=content]", "旁边写的");
        press(agent, "Alt+z");
        assertThat(agent.locator("[name=content]")).hasValue("放下的");
        press(beside, "Alt+z");
        assertThat(beside.locator("[name=content]")).hasValue("旁边写的");
        press(beside, "F8");
        assertThat(beside.locator("[name=content]")).hasValue("");
        for (String waiting : List.of("又写了的", "清空的", "放下的", "又写了的")) {
            press(beside, "F7");
            assertThat(beside.locator("[name=content]")).hasValue(waiting);
        }
    }

    @Test
    void what_is_typed_into_a_page_whose_form_was_sent_elsewhere_is_one_form_of_its_own() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("[name=content]", "第一件，咨询");
        assertThat(agent.locator("#draft")).containsText("草稿已存");
        Page beside = agent.context().newPage();
        beside.navigate("/desk/intake");
        assertThat(beside.locator("[name=content]")).hasValue("第一件，咨询");
        agent.check("input[name=kind][value=consultation]");
        press(agent, "Alt+1");
        agent.fill("[name=answer]", "已答复");
        ready(agent).keyboard().press("Control+Enter");
        assertThat(agent.locator("h1")).containsText("已记录答复");
        String sent = beside.inputValue("#form-key");
        beside.fill("[name=content]", "第二件");
        assertThat(beside.locator("#draft")).containsText("草稿已存");
        assertThat(beside.locator("#form-key")).not().hasValue(sent);
        String own = beside.inputValue("#form-key");
        beside.waitForResponse("**/desk/intake/draft", () -> beside.fill("[name=content]", "第二件，补充"));
        assertThat(beside.locator("#form-key")).hasValue(own);
        assertThat(jdbc.sql("select place from desk.draft order by place")
                        .query(String.class)
                        .list())
                .containsExactly("ASIDE", "SENT");
        agent.navigate("/desk/intake");
        assertThat(agent.locator("[name=content]")).hasValue("");
        press(agent, "F7");
        assertThat(agent.locator("[name=content]")).hasValue("第二件，补充");
    }

    @Test
    void a_call_is_still_offered_to_whoever_stays_with_what_was_typed() throws Exception {
        Page agent = as("agent");
        agent.navigate("/desk/appeals");
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"13800000001\"}");
        agent.locator("a.sw-title").first().click();
        press(agent, "Alt+1");
        agent.fill("[name=answer]", "写了一半");
        List<String> asked = new ArrayList<>();
        agent.onDialog(dialog -> {
            asked.add(dialog.type());
            if (asked.size() == 1) dialog.dismiss();
            else dialog.accept();
        });
        press(agent, "Alt+n");
        agent.waitForCondition(() -> asked.size() == 1);
        assertThat(agent.locator(".sw-ringing button")).isEnabled();
        assertThat(agent.locator("[name=answer]")).hasValue("写了一半");
        press(agent, "Alt+n");
        assertThat(agent.locator("[name=phone]")).hasValue("13800000001");
        assertThat(asked).containsExactly("beforeunload", "beforeunload");
    }

    private static void press(Page page, String key) {
        ready(page).locator("body").press(key);
    }

    private void rings(ApiClient telephone, Page agent, String phone) throws Exception {
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"" + phone + "\"}");
        assertThat(agent.locator(".sw-ringing")).containsText(phone.substring(0, 3) + "****" + phone.substring(7));
    }

    @Test
    void a_call_that_nobody_can_take_is_refused_and_one_that_rang_long_ago_is_not_offered() throws Exception {
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        for (String who : List.of("heating", "nobody", "api:telephone"))
            assertThat(telephone
                            .post("/api/v1/calls", "{\"agent\":\"" + who + "\",\"phone\":\"13800000001\"}")
                            .text("/fields/0/field"))
                    .as(who)
                    .isEqualTo("agent");
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"13800000001\"}");
        UUID agent = accounts.byLogin("agent").orElseThrow().id();
        assertThat(calls.ringing(agent)).isPresent();
        clock.pass(Duration.ofMinutes(4));
        assertThat(calls.ringing(agent)).isEmpty();
        calls.take(agent, "", Map.of());
        assertThat(drafts.open(agent, Drafts.CALL)).isEmpty();
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"13800000001\"}");
        clock.pass(Duration.ofMinutes(4));
        upkeep.run();
        assertThat(drafts.any(Drafts.Place.RINGING, agent, Drafts.CALL))
                .as("the number goes")
                .isFalse();
        assertThat(ScreenClient.as(port, "agent")
                        .post("/desk/intake/draft", Map.of("key", "ringing", "content", "x"))
                        .statusCode())
                .isBetween(400, 499);
    }

    @Test
    void a_number_shows_what_is_open_and_a_reminder_is_one_key_away() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("[name=phone]", "13800000001");
        assertThat(agent.locator("#caller")).containsText("138****0001");
        assertThat(agent.locator("#caller")).containsText("室内温度只有15度");
        assertThat(agent.locator("#caller")).not().containsText("13800000001");
        agent.fill("textarea[name=content]", "还是不热，又来催");
        agent.check("input[name=kind][value=livelihood]");
        shot(agent, "intake-caller");
        ready(agent).locator("body").press("Alt+r");
        agent.fill("input[name=reminder]", "三天没人来");
        shot(agent, "intake-reminder");
        ready(agent).keyboard().press("Control+Enter");
        assertThat(agent.locator("h1")).containsText("已催办");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void an_urgent_matter_is_told_at_once_and_becomes_an_order() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        ready(agent).keyboard().press("F2");
        ready(agent).keyboard().type("0415-2123456转8");
        ready(agent).keyboard().press("F3");
        ready(agent).keyboard().type("楼下下水堵了，屋里返水，请快来人");
        assertThat(agent.locator(".in-urgent")).containsText("下水堵塞室内返水");
        assertThat(agent.locator(".in-numbers")).containsText("119");
        assertThat(agent.locator("[data-take=matterClass]").first()).isVisible(); // follows a little later than the bar
        ready(agent).keyboard().press("Alt+c");
        assertThat(agent.locator("select[name=matterClass]")).hasValue("water-sewage");
        ready(agent).keyboard().press("F4");
        ready(agent).keyboard().type("七道街道");
        assertThat(agent.locator("#places option").first()).hasAttribute("value", "元宝区 七道街道");
        agent.fill("input[name=placeName]", "元宝区 七道街道");
        agent.fill("input[name=location]", "示例小区8号楼");
        agent.check("input[name=kind][value=livelihood]");
        agent.locator("[data-urgent]").click();
        shot(agent, "intake-urgent");
        agent.locator("button[value=order]").click();
        assertThat(agent.locator("h1")).containsText("已形成工单");
        shot(agent, "intake-done");
        String number = agent.locator(".sw-big").first().textContent();
        assertThat(jdbc.sql("select place from intake.appeal where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo("210602002");
        agent.navigate("/appeals/" + number);
        shot(agent, "appeal");
        assertThat(agent.locator(".sw-told")).hasCount(0);
        assertThat(agent.locator("aside")).containsText("0415-***3456");
        agent.click("text=查看完整信息");
        agent.fill("input[name=why]", "回拨核对");
        agent.click("text=查看并留痕");
        assertThat(agent.locator("aside").first()).containsText("04152123456 转 8");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void what_is_refused_says_why_and_keeps_what_was_typed() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("textarea[name=content]", "某路口夜里有人占道卖烧烤，油烟很大，已经半个月");
        agent.fill("input[name=location]", "示例路口");
        agent.fill("input[name=happenedAt]", "半个月来");
        agent.check("input[name=kind][value=complaint]");
        ready(agent).locator("body").press("Alt+4");
        agent.selectOption("select[name=ground]", "no-particulars");
        agent.fill("textarea[name=reason]", "请补充地点");
        agent.locator("button[value=declined]").click();
        assertThat(agent.locator(".sw-problem")).containsText("第十二条第四项");
        assertThat(agent.locator("textarea[name=reason]")).hasValue("请补充地点");
        assertThat(agent.locator("textarea[name=content]")).hasValue("某路口夜里有人占道卖烧烤，油烟很大，已经半个月");
        shot(agent, "intake-refused");
        agent.selectOption("select[name=ground]", "concluded");
        agent.locator("button[value=declined]").click();
        assertThat(agent.locator("h1")).containsText("已记录不予受理");
    }

    @Test
    void a_missing_field_is_marked_and_a_back_and_second_press_makes_no_second_appeal() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("input[name=phone]", "12");
        ready(agent).locator("body").press("Alt+1");
        agent.fill("textarea[name=answer]", "周一到周五都可以办");
        agent.locator("button[value=answered]").click();
        assertThat(agent.locator(".sw-problem")).isVisible();
        assertThat(agent.locator("#error-phone")).containsText("电话号码无法识别");
        assertThat(agent.locator("button[value=answered]")).isHidden(); // its panel would lie over the field
        agent.fill("input[name=phone]", "");
        ready(agent).locator("body").press("Alt+1");
        agent.locator("button[value=answered]").click();
        assertThat(agent.locator("#error-content")).containsText("请填写");
        agent.fill("textarea[name=content]", "落户在哪办𠮷😀");
        agent.check("input[name=kind][value=consultation]");
        ready(agent).locator("body").press("Alt+1");
        agent.locator("button[value=answered]").click();
        assertThat(agent.locator("h1")).containsText("已记录答复");
    }

    @Test
    void the_same_form_sent_twice_is_one_appeal() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        String key = agent.locator("input[name=key]").inputValue();
        String first = answered(agent, key, "落户在哪办");
        long taken = count();
        agent.goBack();
        assertThat(answered(agent, key, "落户在哪办")).isEqualTo(first);
        assertThat(count()).isEqualTo(taken);
        agent.navigate("/desk/intake");
        agent.evaluate("k => document.querySelector('input[name=key]').value = k", key);
        agent.fill("textarea[name=content]", "另一件事");
        agent.check("input[name=kind][value=consultation]");
        ready(agent).locator("body").press("Alt+1");
        agent.fill("textarea[name=answer]", "答");
        agent.locator("button[value=answered]").click();
        assertThat(agent.locator("#error-form")).containsText("再按一次按钮");
        agent.locator("button[value=answered]").click();
        assertThat(agent.locator("h1")).containsText("已记录答复");
        assertThat(count()).isEqualTo(taken + 1);
    }

    private static String answered(Page agent, String key, String content) {
        agent.evaluate("k => document.querySelector('input[name=key]').value = k", key);
        agent.fill("textarea[name=content]", content);
        agent.check("input[name=kind][value=consultation]");
        ready(agent).locator("body").press("Alt+1");
        agent.fill("textarea[name=answer]", "在派出所办");
        agent.locator("button[value=answered]").click();
        assertThat(agent.locator("h1")).containsText("已记录答复");
        return agent.locator(".sw-big").first().textContent();
    }

    @Test
    void nothing_typed_is_lost_on_a_reload() {
        Page agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("input[name=phone]", "13800009999");
        agent.fill("textarea[name=content]", "打了一半的字");
        assertThat(agent.locator("#draft")).containsText("草稿已存");
        agent.navigate("/desk/intake");
        assertThat(agent.locator("textarea[name=content]")).hasValue("打了一半的字");
        assertThat(agent.locator("input[name=phone]")).hasValue("13800009999");
        assertThat(jdbc.sql("select encode(body, 'escape') from desk.draft")
                        .query(String.class)
                        .single())
                .doesNotContain("13800009999");
        assertThat(agent.evaluate("JSON.stringify(localStorage) + JSON.stringify(sessionStorage)")
                        .toString())
                .doesNotContain("13800009999");
        ready(agent).keyboard().press("F8");
        assertThat(agent.locator("textarea[name=content]")).hasValue("");
        agent.click("text=找回刚清空的");
        assertThat(agent.locator("textarea[name=content]")).hasValue("打了一半的字");
        agent.context().clearCookies();
        agent.fill("textarea[name=content]", "登录过期之后打的字");
        assertThat(agent.locator("#draft")).containsText("登录已过期");
        assertThat(agent.locator("textarea[name=content]")).hasValue("登录过期之后打的字");
    }

    @Test
    void the_queue_gives_the_same_screen_and_an_appeal_leaves_it_with_its_outcome() {
        Page agent = as("agent");
        agent.navigate("/desk/appeals");
        shot(agent, "queue");
        assertThat(agent.locator(".sw-empty")).hasCount(0);
        agent.locator("a.sw-title", new Page.LocatorOptions().setHasText("租房能提取公积金吗"))
                .click();
        assertThat(agent.locator(".in-original")).containsText("提取住房公积金需要哪些材料");
        shot(agent, "intake-from-queue");
        ready(agent).locator("body").press("Alt+3");
        agent.selectOption("select[name=target]", "legal-course");
        agent.locator("button[value=guided]").click();
        assertThat(agent.locator("h1")).containsText("已记录引导");
        agent.navigate("/desk/appeals");
        assertThat(agent.locator("table")).not().containsText("租房能提取公积金吗");
        agent.navigate("/desk/appeals?tab=all");
        assertThat(agent.locator("table")).containsText("已引导");
        assertThat(scriptErrors).isEmpty();
    }

    private long count() {
        return jdbc.sql("select count(*) from intake.appeal").query(Long.class).single();
    }
}
