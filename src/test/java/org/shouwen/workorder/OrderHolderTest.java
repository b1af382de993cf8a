package org.shouwen.workorder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
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
import org.shouwen.directory.Directory;
import org.shouwen.directory.Officer;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Result;
import org.springframework.beans.factory.annotation.Autowired;

/** Article 4: section and person who have an order are named where it stands, find it under "mine", and report on it. */
class OrderHolderTest extends BrowserTest {
    private static final CurrentUser STAFF =
            new CurrentUser(UUID.randomUUID(), "holder-desk", "派单员甲", null, null, Set.of(Role.AGENT, Role.DISPATCHER));
    private static final UnitId HEATING = new UnitId("heating");
    private static final CurrentUser DESK =
            new CurrentUser(UUID.randomUUID(), "holder-heating", "热力甲", "heating", null, Set.of(Role.UNIT_DESK));

    @Autowired
    TestClock clock;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    Directory directory;

    private Officer holder;
    private Officer colleague;

    @BeforeEach
    void an_officer_who_has_it_and_one_of_another_section() {
        clock.set("2026-09-28T10:00");
        holder = named("蒋示戊");
        colleague = named("杨示己");
    }

    @Test
    void page_inbox_and_timeline_name_section_and_person() {
        String number = inHand();
        assign(number, null, holder.id());
        Page desk = as("heating");
        desk.navigate("/unit/inbox?tab=IN_HAND");
        assertThat(desk.locator("tr", new Page.LocatorOptions().setHasText(number)))
                .containsText("供热运行部 蒋示戊");
        shot(desk, "inbox-with-holders");
        desk.navigate("/orders/" + number);
        assertThat(desk.locator("aside dl").first()).containsText("供热运行部 蒋示戊");
        assertThat(desk.locator("ol.sw-way")).containsText("供热运行部 蒋示戊");
        shot(desk, "order-with-holder");
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void who_has_an_order_finds_it_under_mine_and_their_colleague_does_not() {
        String theirs = inHand();
        String sections = inHand();
        String nobodys = inHand();
        assign(theirs, null, holder.id());
        assign(sections, holder.section(), null);
        Page officer = as("heating-officer");
        officer.navigate("/unit/inbox");
        assertThat(officer.locator(".sw-tabs a.is-here")).containsText("我的");
        assertThat(officer.locator("table")).containsText(theirs);
        assertThat(officer.locator("table")).containsText(sections);
        assertThat(officer.locator("table")).not().containsText(nobodys);
        shot(officer, "inbox-mine");
        Page desk = as("heating");
        desk.navigate("/unit/inbox");
        assertThat(desk.locator(".sw-tabs")).not().containsText("我的");
    }

    @Test
    void only_they_and_the_desk_report_and_who_is_refused_is_told_whom_to_ask() {
        String number = inHand();
        assign(number, null, holder.id());
        CurrentUser another = person(colleague);
        assertThat(report(number, another)).isInstanceOfSatisfying(Result.No.class, no -> {
            assertThat(no.refused().under()).isEqualTo(Clause.A4);
            assertThat(no.refused().args().getFirst().toString())
                    .contains("供热运行部 蒋示戊")
                    .contains("客户服务中心 0415-0000142");
        });
        assertThat(report(number, person(holder))).isInstanceOf(Result.Done.class);

        String second = inHand();
        assign(second, colleague.section(), null);
        assertThat(report(second, person(holder))).isInstanceOf(Result.No.class);
        assertThat(report(second, DESK)).isInstanceOf(Result.Done.class);
    }

    @Test
    void nobody_is_offered_a_report_that_is_somebody_else_s() {
        String number = inHand();
        assign(number, null, colleague.id());
        Page officer = as("heating-officer");
        officer.navigate("/orders/" + number);
        assertThat(officer.locator("form[action$='/reports']")).hasCount(0);
        assertThat(officer.locator("aside dl").first()).containsText("报结请联系：抢修部 杨示己；客户服务中心 0415-0000142");
        Page desk = as("heating");
        desk.navigate("/orders/" + number);
        assertThat(desk.locator("form[action$='/reports']")).hasCount(1);
    }

    @Test
    void receipt_and_handling_have_a_bar_each() {
        String number = dispatched();
        Page desk = as("heating");
        desk.navigate("/unit/inbox?tab=TO_RECEIVE");
        var bars =
                desk.locator("tr", new Page.LocatorOptions().setHasText(number)).locator(".sw-limit-row");
        assertThat(bars).hasCount(2);
        assertThat(bars.nth(0)).containsText("接收");
        assertThat(bars.nth(1)).containsText("办理");
        clock.set(clock.instant().plus(Duration.ofDays(4)));
        desk.navigate("/unit/inbox?tab=TO_RECEIVE");
        assertThat(bars.nth(0)).containsText("已超期");
        assertThat(bars.nth(1)).containsText("还剩");
        shot(desk, "inbox-two-limits");
        Page board = as("supervisor");
        board.navigate("/supervision");
        assertThat(board.locator("tr", new Page.LocatorOptions().setHasText(number))
                        .locator(".sw-limit-row"))
                .hasCount(2);
        shot(board, "supervision-two-limits");
    }

    private Officer named(String name) {
        return directory.officers(HEATING).stream()
                .filter(o -> o.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static CurrentUser person(Officer officer) {
        return new CurrentUser(
                UUID.randomUUID(), officer.name(), officer.name(), "heating", officer.id(), Set.of(Role.UNIT_OFFICER));
    }

    private Result<Acted> report(String number, CurrentUser by) {
        Report report = new Report("到场", "测温三次", "已换阀门", "满意", clock.instant(), "电话", true, false, null);
        return orders.act(number, new Command.ReportOutcome(report, ""), by, null);
    }

    private void assign(String number, @Nullable UUID section, @Nullable UUID officer) {
        orders.act(number, new Command.Assign(section, officer), DESK, null).orThrow();
    }

    private String inHand() {
        String number = dispatched();
        orders.act(number, new Command.Receive(), DESK, null).orThrow();
        return number;
    }

    private String dispatched() {
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
        orders.act(number, new Command.Dispatch(HEATING, List.of(), "ordinary"), STAFF, null)
                .orThrow();
        return Objects.requireNonNull(number);
    }
}
