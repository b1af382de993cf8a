package org.shouwen.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition.Ordered;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.attachments.PaperRef;
import org.shouwen.attachments.Papers;
import org.shouwen.directory.UnitId;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 13.6: a return that was refused is not asked for without end. */
class RepeatedReturnTest extends BrowserTest {
    private static final CurrentUser DISPATCHER = person("d", null, Role.DISPATCHER, Role.AGENT);
    private static final CurrentUser SUPERVISOR = person("s", null, Role.SUPERVISOR);
    private static final CurrentUser BUREAU = person("b", null, Role.BUREAU);
    private static final CurrentUser HEATING = person("h", "heating", Role.UNIT_DESK);
    private static final byte[] PNG = java.util.HexFormat.of()
            .parseHex(
                    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63fccff0bf1e0005fe02fea7569b1c0000000049454e44ae426082");

    @Autowired
    TestClock clock;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Papers papers;

    @Autowired
    VerificationProbe verification;

    private static CurrentUser person(String login, @Nullable String unit, Role... roles) {
        return new CurrentUser(UUID.randomUUID(), login, login, unit, null, Set.of(roles));
    }

    private void ask(String number) {
        List<PaperRef> three = new ArrayList<>();
        for (String label : List.of("duty-ruling", "leader-signature", "unit-statement"))
            three.add(papers.keep(OrderFiles.subject(number), label, label, label + ".png", PNG, HEATING.actor()));
        orders.act(number, new Command.AskReturn("不是我单位职责", "丹编办〔2026〕12号", three), HEATING, null)
                .orThrow();
    }

    @Test
    void the_second_request_goes_to_the_bureau_and_calls_for_supervision_and_there_is_no_third() {
        clock.set("2026-09-30T10:00");
        String number = intake.take(
                        AnAppeal.saying("楼道漏水").title("楼道漏水").by(Identity.UNNAMED),
                        new Ordered(null, null, null),
                        Origin.portal(null),
                        DISPATCHER)
                .orThrow()
                .number();
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), DISPATCHER, null)
                .orThrow();
        ask(number);
        assertThat(waiting(number, DISPATCHER)).isTrue();
        assertThat(triggers(number)).isEmpty();
        orders.act(number, new Command.RefuseReturn("属该单位"), DISPATCHER, null).orThrow();
        ask(number);
        assertThat(waiting(number, DISPATCHER))
                .as("not the dispatcher's any more")
                .isFalse();
        assertThat(waiting(number, BUREAU)).isTrue();
        assertThat(triggers(number)).extracting(Trigger::kind).containsExactly(Trigger.Kind.REPEATED_RETURN);
        Page bureau = as("bureau");
        bureau.navigate("/desk/requests");
        assertThat(bureau.locator("main")).containsText("第二次");
        shot(bureau, "second-return");
        orders.act(number, new Command.RefuseReturn("裁定属该单位"), BUREAU, null).orThrow();
        Page unit = as("heating");
        unit.navigate("/orders/" + number);
        assertThat(unit.locator("form[action$='/returns']")).hasCount(0);
        assertThat(verification.findings()).isEmpty();
    }

    private boolean waiting(String number, CurrentUser by) {
        return board.requests(by, null, 100).items().stream()
                .anyMatch(r -> r.number().equals(number));
    }

    private List<Trigger> triggers(String number) {
        return supervisions.triggers(SUPERVISOR, null, 10_000).items().stream()
                .filter(t -> t.orderNumber().equals(number))
                .toList();
    }
}
