package org.shouwen.intake;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.BrowserTest;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.access.Role;
import org.shouwen.identity.Identity;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An agent's six calls with every key counted: by hand, and with what is proposed. A character is a key; the caller's number
 * comes with the ringing. Both ways end with the same fields filled.
 */
class SixCallsTest extends BrowserTest {
    private static final CurrentUser AGENT =
            new CurrentUser(UUID.randomUUID(), "a", "坐席甲", null, null, Set.of(Role.AGENT));
    private static final String PENSION_ANSWER =
            "灵活就业人员可在社保大厅或辽事通办理参保，带身份证和户口本，按年或按月缴费都可以，缴费档次每年公布一次，当年内可以补缴。";

    @Autowired
    Accounts accounts;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    private int keys;
    private Page agent;
    private long begun;

    @BeforeEach
    void noDrafts() {
        jdbc.sql("delete from intake.draft").update();
        scriptErrors.clear();
    }

    private void press(String... pressed) {
        for (String key : pressed) {
            agent.keyboard().press(key);
            keys++;
        }
    }

    private void type(String words) {
        agent.keyboard().type(words);
        keys += words.codePointCount(0, words.length());
    }

    private void rings(ApiClient telephone, String phone) throws Exception {
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"" + phone + "\"}");
        agent.locator(".sw-ringing").waitFor();
        begun = System.nanoTime();
        press("Alt+n");
        assertThat(agent.locator("[name=phone]")).hasValue(phone);
        agent.waitForLoadState();
        agent.locator("[name=content]:focus").waitFor();
    }

    /** What the agent does after the call was taken; the first field has the cursor. */
    private interface Way {
        void go();
    }

    private record Call(String name, String phone, int today, Way byHand, Way proposed, List<String> filled) {}

    private int keys(ApiClient telephone, Call call, boolean proposals, Way way) throws Exception {
        keys = 0;
        agent = as("agent");
        if (!proposals) agent.route("**/desk/intake/hints", route -> route.abort());
        agent.navigate("/desk/intake");
        rings(telephone, call.phone());
        way.go();
        if (proposals) shot(agent, "call-" + call.name());
        for (String field : call.filled())
            assertThat((String) agent.evaluate("f => document.getElementById('intake').elements[f].value", field))
                    .as(call.name() + " " + field + (proposals ? " proposed" : " by hand"))
                    .isNotEmpty();
        press("Control+Enter");
        assertThat(agent.locator("h1")).hasText(java.util.regex.Pattern.compile("已.*"));
        return keys;
    }

    private void proposedFirst(String field) {
        agent.locator("[data-take=" + field + "]").first().waitFor();
    }

    private void choose(String field, int downs) {
        agent.locator("[name=" + field + "]").first().focus();
        keys++; // Tab
        for (int i = 0; i < downs; i++) press("ArrowDown");
    }

    /** The kind by its group of radios: Tab, then arrows; the class by the list, opened by typing is not possible in Chinese. */
    private void kindAndClass(String kind, String matterClass) {
        List<String> kinds = List.of("consultation", "livelihood", "service", "complaint", "suggestion");
        agent.locator("[name=kind]").first().focus();
        press("Space");
        keys++; // Tab
        for (int i = 0; i < kinds.indexOf(kind); i++) press("ArrowRight");
        Object at = agent.evaluate(
                "c => [...document.querySelector('[name=matterClass]').options].findIndex(o => o.value === c)", matterClass);
        choose("matterClass", ((Number) at).intValue());
    }

    private void field(String name, String words) {
        agent.locator("[name=" + name + "]").focus();
        keys++; // Tab
        type(words);
    }

    private void place(String words, String whole) {
        press("F4");
        type(words);
        assertThat(agent.locator("#places option").first()).hasAttribute("value", whole);
    }

    @Test
    void each_of_six_calls_takes_at_least_a_third_fewer_keys() throws Exception {
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        intake.take(
                        AnAppeal.saying("灵活就业养老保险怎么交").kind("consultation").matterClass("labour-pension").by(Identity.UNNAMED),
                        new Disposition.Answered(PENSION_ANSWER),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
        List<Call> calls = List.of(
                new Call("heating", "13700000001", 85, () -> {
                    type("家里暖气不热，昨晚八点凉的，住站前锦山大街8号楼");
                    place("站前街道", "振兴区 站前街道");
                    field("location", "锦山大街8号楼");
                    field("happenedAt", "9月29日20:00");
                    kindAndClass("livelihood", "heat-cold");
                    press("Alt+2");
                }, () -> {
                    type("家里暖气不热，昨晚八点凉的，住站前锦山大街8号楼");
                    proposedFirst("placeName");
                    press("Alt+a", "Alt+2");
                }, List.of("placeName", "location", "happenedAt", "kind", "matterClass")),
                new Call("night-noise", "13700000002", 63, () -> {
                    type("每天夜里楼下放音响太吵");
                    field("happenedAt", "每天夜里");
                    kindAndClass("livelihood", "city-noise");
                    press("Alt+2");
                }, () -> {
                    type("每天夜里楼下放音响太吵");
                    proposedFirst("happenedAt");
                    press("Alt+a", "Alt+2");
                }, List.of("happenedAt", "kind", "matterClass")),
                new Call("policy", "13700000003", 153, () -> {
                    type("请问灵活就业养老保险怎么交");
                    kindAndClass("consultation", "labour-pension");
                    press("Alt+1");
                    type(PENSION_ANSWER);
                }, () -> {
                    type("请问灵活就业养老保险怎么交");
                    proposedFirst("matterClass");
                    press("Alt+a");
                    agent.locator("[data-answer]").waitFor();
                    press("Alt+j");
                }, List.of("kind", "matterClass", "answer")),
                new Call("officer", "13700000004", 121, () -> {
                    type("投诉政务大厅5号窗口工作人员，昨天上午九点爱答不理，还骂人");
                    field("location", "政务大厅5号窗口");
                    field("happenedAt", "9月29日9:00");
                    kindAndClass("complaint", "government-manner");
                    field("accused", "政务大厅5号窗口工作人员");
                    press("Alt+2");
                }, () -> {
                    type("投诉政务大厅5号窗口工作人员，昨天上午九点爱答不理，还骂人");
                    proposedFirst("accused");
                    press("Alt+a", "Alt+2");
                }, List.of("location", "happenedAt", "kind", "matterClass", "accused")),
                new Call("gas", "13700000005", 30, () -> {
                    type("楼道煤气味很大");
                    kindAndClass("livelihood", "gas-safety");
                    agent.locator("[data-urgent]").waitFor();
                    press("Alt+u");
                }, () -> {
                    type("楼道煤气味很大");
                    proposedFirst("matterClass");
                    agent.locator("[data-urgent]").waitFor();
                    press("Alt+a", "Alt+u");
                }, List.of("kind", "matterClass", "urgentKind")),
                new Call("repeat", "13800000001", 55, () -> {
                    type("我是王先生，暖气还是不热，没人来");
                    kindAndClass("livelihood", "heat-cold");
                    field("name", "王先生");
                    press("Alt+r");
                }, () -> {
                    type("我是王先生，暖气还是不热，没人来");
                    proposedFirst("matterClass");
                    press("Alt+a", "Alt+r");
                }, List.of("kind", "matterClass", "name")));
        List<String> told = new ArrayList<>();
        for (Call call : calls) {
            int byHand = keys(telephone, call, false, call.byHand());
            double before = (System.nanoTime() - begun) / 1e9;
            int proposed = keys(telephone, call, true, call.proposed());
            double after = (System.nanoTime() - begun) / 1e9;
            told.add("%s: %d by hand (%.1f s), %d proposed (%.1f s), %d before"
                    .formatted(call.name(), byHand, before, proposed, after, call.today()));
            assertThat(proposed).as("%s by hand %d", call.name(), byHand).isLessThanOrEqualTo(byHand * 2 / 3);
            assertThat(proposed).as(call.name()).isLessThanOrEqualTo(call.today() * 2 / 3);
        }
        told.forEach(System.out::println);
        assertThat(scriptErrors).isEmpty();
        assertThat(jdbc.sql("select count(*) from suggestion.proposal where became = 'ACCEPTED'")
                        .query(Long.class)
                        .single())
                .as("what became of each is kept")
                .isGreaterThan(12);
    }

    @Test
    void nothing_that_the_agent_typed_is_written_over() {
        agent = as("agent");
        agent.navigate("/desk/intake");
        agent.fill("[name=name]", "张示例");
        agent.check("input[name=kind][value=suggestion]");
        agent.locator("[name=content]").focus();
        agent.keyboard().type("我要投诉，我叫李示例，住站前，暖气不热");
        proposedFirst("placeName");
        assertThat(agent.locator("[data-take=name]")).hasCount(0);
        agent.fill("[name=placeName]", "元宝区");
        agent.keyboard().press("Alt+p");
        agent.keyboard().press("Alt+a");
        assertThat(agent.locator("[name=placeName]")).hasValue("元宝区");
        assertThat(agent.locator("[name=name]")).hasValue("张示例");
        assertThat(agent.locator("input[name=kind][value=suggestion]")).isChecked();
    }

    @Test
    void who_is_sure_is_filled_in_and_marked_and_taken_back_with_the_words() {
        agent = as("agent");
        agent.navigate("/desk/intake");
        agent.locator("[name=content]").focus();
        agent.keyboard().type("我要投诉窗口骂人");
        assertThat(agent.locator("input[name=kind][value=complaint]")).isChecked();
        assertThat(agent.locator("label.is-proposed")).containsText("投诉");
        assertThat(agent.locator("#p-kind")).containsText("已按建议填");
        shot(agent, "proposed-sure");
        agent.fill("[name=content]", "路灯的事");
        assertThat(agent.locator("input[name=kind][value=complaint]")).not().isChecked();
        agent.keyboard().press("?");
        agent.locator("h1").click();
        agent.fill("[name=content]", "住站前，路灯不亮");
        proposedFirst("placeName");
        agent.locator("h1").click();
        agent.locator("[data-take=placeName]").first().click();
        assertThat(agent.locator("[name=placeName]")).hasValue("振兴区 站前街道");
    }
}
