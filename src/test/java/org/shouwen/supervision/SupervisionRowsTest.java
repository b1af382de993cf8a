package org.shouwen.supervision;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.BrowserTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition.Ordered;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.UnitId;
import org.shouwen.history.ByHand;
import org.shouwen.history.Verification;
import org.shouwen.identity.Identity;
import org.shouwen.problems.Refusal;
import org.shouwen.supervision.Supervision.How;
import org.shouwen.supervision.Supervision.Level;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.LimitSweep;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 16 at a glance: what, where, how late, how often reminded; only what can be done; and an end when the order leaves. */
@org.springframework.context.annotation.Import(LimitSweep.class)
class SupervisionRowsTest extends BrowserTest {
    private static final CurrentUser STAFF = person("rows-staff", null, Role.AGENT, Role.DISPATCHER, Role.SUPERVISOR);
    private static final CurrentUser HEATING = person("rows-heating", "heating", Role.UNIT_DESK);

    @Autowired
    ByHand byHand;

    @Autowired
    TestClock clock;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    Supervisions supervisions;

    @Autowired
    LimitSweep sweep;

    @Autowired
    Verification verification;

    private static CurrentUser person(String login, @Nullable String unit, Role... roles) {
        return new CurrentUser(UUID.randomUUID(), login, login, unit, null, Set.of(roles));
    }

    @BeforeEach
    void morning() {
        clock.set("2026-09-28T10:00");
    }

    @Test
    void a_row_says_what_where_how_late_and_how_often_reminded() {
        String number = overdue();
        Page page = as("supervisor");
        page.navigate("/supervisions");
        assertThat(row(page, number)).containsText("暖气不热");
        assertThat(row(page, number)).containsText("振兴区 示例小区5号楼");
        assertThat(row(page, number)).containsText("已超期");
        assertThat(row(page, number)).containsText("催办 2 次");
        shot(page, "supervision-rows");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void what_can_not_be_done_is_not_offered() {
        String number = overdue();
        Page page = as("supervisor");
        page.navigate("/supervisions");
        assertThat(row(page, number).locator("button[value='FIRST/PHONE']")).hasCount(1);
        assertThat(row(page, number).locator("button[value='SECOND/DOCUMENT']")).hasCount(0);
        Supervision first = supervisions.issue(number, Level.FIRST, How.PHONE, "请尽快办理", STAFF);
        supervisions.name(number, "电话里答应的没有做", STAFF);
        page.navigate("/supervisions");
        assertThat(row(page, number).locator("button[name=as]")).hasCount(0);
        assertThat(row(page, number)).containsText("已督办，待反馈");
        supervisions.answer(first.number(), "明天修好", null, HEATING);
        page.navigate("/supervisions");
        assertThat(row(page, number).locator("button[name=as]")).hasCount(1);
        assertThat(row(page, number).locator("button[value='SECOND/DOCUMENT']")).hasCount(1);
    }

    /** Ruling 11: one that was changed by SQL neither escalates nor keeps the others from it. */
    @Test
    void a_changed_one_stops_no_other_from_escalating() {
        Supervision changed = supervisions.issue(overdue(), Level.FIRST, How.PHONE, "请尽快办理", STAFF);
        Supervision other = supervisions.issue(overdue(), Level.FIRST, How.PHONE, "请尽快办理", STAFF);
        byHand.past("update supervision.supervision set words = '不急' where number = ?", changed.number());
        clock.set("2026-12-02T10:00");
        supervisions.escalate();
        assertThat(supervisions.get(other.number(), STAFF).escalatedAt()).isNotNull();
        assertThat(supervisions.get(changed.number(), STAFF).escalatedAt()).isNull();
        assertThat(verification.verify(_ -> {}).findings()).isNotEmpty().allMatch(f -> f.contains(changed.number()));
        byHand.past("update supervision.supervision set words = '请尽快办理' where number = ?", changed.number());
        supervisions.escalate();
        assertThat(supervisions.get(changed.number(), STAFF).escalatedAt()).isNotNull();
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    /** Ruling 11: a code that no version ever wrote is a finding, and not the end of the verification. */
    @Test
    void a_code_that_is_none_is_found_and_does_not_end_the_verification() {
        Supervision changed = supervisions.issue(overdue(), Level.FIRST, How.PHONE, "请尽快办理", STAFF);
        byHand.past("update supervision.supervision set level = 'THIRD' where number = ?", changed.number());
        Verification.Result found = verification.verify(_ -> {});
        assertThat(found.findings())
                .anyMatch(f -> f.startsWith("supervision: a row can't be read") && f.contains("THIRD"))
                .anyMatch(f -> f.contains(changed.number()));
        assertThat(found.rows()).as("rows of other kinds are held").isPositive();
        byHand.past("update supervision.supervision set level = 'FIRST' where number = ?", changed.number());
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    @Test
    void it_ends_when_the_order_goes_to_another_unit_which_begins_anew() {
        String number = overdue();
        Supervision first = supervisions.issue(number, Level.FIRST, How.PHONE, "请尽快办理", STAFF);
        orders.act(number, new Command.DispatchElsewhere(new UnitId("housing"), "ordinary", "不是供热"), STAFF, null)
                .orThrow();
        Supervision ended = supervisions.get(first.number(), STAFF);
        assertThat(ended.open()).isFalse();
        assertThat(ended.ended()).isEqualTo("Redispatched");
        assertThatThrownBy(() -> supervisions.answer(first.number(), "修好了", null, HEATING))
                .isInstanceOfSatisfying(Refusal.class, r -> assertThat(r.key()).endsWith("order-left"));
        clock.set("2026-12-01T10:00");
        supervisions.escalate();
        assertThat(supervisions.ofOrder(ended.order())).as("nothing escalates").hasSize(1);
        supervisions.issue(number, Level.FIRST, How.PHONE, "请住建局办理", STAFF);
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
        Page page = as("supervisor");
        page.navigate("/supervisions/" + first.number());
        assertThat(page.locator("main")).containsText("督办终止");
    }

    private static Locator row(Page page, String number) {
        return page.locator("main tr", new Page.LocatorOptions().setHasText(number))
                .first();
    }

    private String overdue() {
        clock.set("2026-09-28T10:00");
        var appeal = AnAppeal.saying("家里只有十五度")
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区5号楼")
                .happenedAt("昨晚")
                .title("暖气不热")
                .by(Identity.UNNAMED);
        String number = intake.take(appeal, new Ordered(null, null, null), Origin.of(STAFF, null), STAFF)
                .orThrow()
                .number();
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), STAFF, null)
                .orThrow();
        orders.remind(number, "怎么还没来", STAFF.actor());
        orders.remind(number, "还是没来", STAFF.actor());
        clock.set("2026-10-20T10:00");
        sweep.run();
        return number;
    }
}
