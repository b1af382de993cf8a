package org.shouwen.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.BrowserTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
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
    private static final String PENSION_ANSWER = "灵活就业人员可在社保大厅或辽事通办理参保，带身份证和户口本，按年或按月缴费都可以，缴费档次每年公布一次，当年内可以补缴。";

    @Autowired
    Accounts accounts;

    @Autowired
    Intake intake;

    @Autowired
    JdbcClient jdbc;

    @SuppressWarnings("NullAway.Init") // each call has a keyboard of its own
    private CountedKeys keyboard;

    private long begun;

    @BeforeEach
    void noDrafts() {
        jdbc.sql("delete from desk.draft").update();
        scriptErrors.clear();
    }

    private void rings(ApiClient telephone, String phone) throws Exception {
        telephone.post("/api/v1/calls", "{\"agent\":\"agent\",\"phone\":\"" + phone + "\"}");
        keyboard.page().locator(".sw-ringing").waitFor();
        begun = System.nanoTime();
        keyboard.press("Alt+n");
        assertThat(keyboard.page().locator("[name=phone]")).hasValue(phone);
        keyboard.page().waitForLoadState();
        keyboard.page().locator("[name=content]:focus").waitFor();
    }

    /** What the agent does after the call was taken; the first field has the cursor. */
    private interface Way {
        void go();
    }

    private record Call(String name, String phone, int today, Way byHand, Way proposed, List<String> filled) {}

    private int keys(ApiClient telephone, Call call, boolean proposals, Way way) throws Exception {
        keyboard = new CountedKeys(as("agent"));
        if (!proposals)
            keyboard.page()
                    .route("**/desk/intake/hints", route -> route.fulfill(new Route.FulfillOptions().setStatus(204)));
        keyboard.page().navigate("/desk/intake");
        rings(telephone, call.phone());
        way.go();
        if (proposals) shot(keyboard.page(), "call-" + call.name());
        for (String field : call.filled())
            assertThat((String)
                            keyboard.page().evaluate("f => document.getElementById('intake').elements[f].value", field))
                    .as(call.name() + " " + field + (proposals ? " proposed" : " by hand"))
                    .isNotEmpty();
        keyboard.press("Control+Enter");
        assertThat(keyboard.page().locator("h1")).hasText(java.util.regex.Pattern.compile("已.*"));
        return keyboard.count();
    }

    @Test
    void each_of_six_calls_takes_at_least_a_third_fewer_keys() throws Exception {
        ApiClient telephone = ApiClient.of(port, accounts, "telephone", Role.TELEPHONE, null);
        intake.take(
                        AnAppeal.saying("灵活就业养老保险怎么交")
                                .kind("consultation")
                                .matterClass("labour-pension")
                                .by(Identity.UNNAMED),
                        new Disposition.Answered(PENSION_ANSWER),
                        Origin.of(AGENT, null),
                        AGENT)
                .orThrow();
        List<Call> calls = List.of(
                new Call(
                        "heating",
                        "13700000001",
                        85,
                        () -> {
                            keyboard.type("家里暖气不热，昨晚八点凉的，住站前锦山大街8号楼");
                            keyboard.place("站前街道", "振兴区 站前街道");
                            keyboard.field("location", "锦山大街8号楼");
                            keyboard.field("happenedAt", "9月29日20:00");
                            keyboard.kindAndClass("livelihood", "heat-cold");
                            keyboard.press("Alt+2");
                        },
                        () -> {
                            keyboard.type("家里暖气不热，昨晚八点凉的，住站前锦山大街8号楼");
                            keyboard.proposedFirst("placeName");
                            keyboard.press("Alt+a", "Alt+2");
                        },
                        List.of("placeName", "location", "happenedAt", "kind", "matterClass")),
                new Call(
                        "night-noise",
                        "13700000002",
                        63,
                        () -> {
                            keyboard.type("每天夜里楼下放音响太吵");
                            keyboard.field("happenedAt", "每天夜里");
                            keyboard.kindAndClass("livelihood", "city-noise");
                            keyboard.press("Alt+2");
                        },
                        () -> {
                            keyboard.type("每天夜里楼下放音响太吵");
                            keyboard.proposedFirst("happenedAt");
                            keyboard.press("Alt+a", "Alt+2");
                        },
                        List.of("happenedAt", "kind", "matterClass")),
                new Call(
                        "policy",
                        "13700000003",
                        153,
                        () -> {
                            keyboard.type("请问灵活就业养老保险怎么交");
                            keyboard.kindAndClass("consultation", "labour-pension");
                            keyboard.press("Alt+1");
                            keyboard.type(PENSION_ANSWER);
                        },
                        () -> {
                            keyboard.type("请问灵活就业养老保险怎么交");
                            keyboard.proposedFirst("matterClass");
                            keyboard.press("Alt+a");
                            keyboard.page().locator("[data-answer]").waitFor();
                            keyboard.press("Alt+j");
                        },
                        List.of("kind", "matterClass", "answer")),
                new Call(
                        "officer",
                        "13700000004",
                        121,
                        () -> {
                            keyboard.type("投诉政务大厅5号窗口工作人员，昨天上午九点爱答不理，还骂人");
                            keyboard.field("location", "政务大厅5号窗口");
                            keyboard.field("happenedAt", "9月29日9:00");
                            keyboard.kindAndClass("complaint", "government-manner");
                            keyboard.field("accused", "政务大厅5号窗口工作人员");
                            keyboard.press("Alt+2");
                        },
                        () -> {
                            keyboard.type("投诉政务大厅5号窗口工作人员，昨天上午九点爱答不理，还骂人");
                            keyboard.proposedFirst("accused");
                            keyboard.press("Alt+a", "Alt+2");
                        },
                        List.of("location", "happenedAt", "kind", "matterClass", "accused")),
                new Call(
                        "gas",
                        "13700000005",
                        30,
                        () -> {
                            keyboard.type("楼道煤气味很大");
                            keyboard.kindAndClass("livelihood", "gas-safety");
                            keyboard.page().locator("[data-urgent]").waitFor();
                            keyboard.press("Alt+u");
                        },
                        () -> {
                            keyboard.type("楼道煤气味很大");
                            keyboard.proposedFirst("matterClass");
                            keyboard.page().locator("[data-urgent]").waitFor();
                            keyboard.press("Alt+a", "Alt+u");
                        },
                        List.of("kind", "matterClass", "urgentKind")),
                new Call(
                        "repeat",
                        "13800000001",
                        55,
                        () -> {
                            keyboard.type("我是王先生，暖气还是不热，没人来");
                            keyboard.kindAndClass("livelihood", "heat-cold");
                            keyboard.field("name", "王先生");
                            keyboard.press("Alt+r");
                        },
                        () -> {
                            keyboard.type("我是王先生，暖气还是不热，没人来");
                            keyboard.proposedFirst("matterClass");
                            keyboard.press("Alt+a", "Alt+r");
                        },
                        List.of("kind", "matterClass", "name")));
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
}
