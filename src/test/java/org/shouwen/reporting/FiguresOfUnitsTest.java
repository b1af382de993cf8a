package org.shouwen.reporting;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.Page;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Verification;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.reporting.Figures.Rate;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.MatterHeading;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A figure names its dates, every case falls into some period, and facts about a unit stay with it (ruling 43). */
class FiguresOfUnitsTest extends BrowserTest {
    private static final CurrentUser STAFF = new CurrentUser(
            UUID.randomUUID(), "figures", "派单员甲", null, null, Set.of(Role.AGENT, Role.DISPATCHER, Role.BUREAU));
    private static final CurrentUser HEATING =
            new CurrentUser(UUID.randomUUID(), "figures-h", "热力甲", "heating", null, Set.of(Role.UNIT_DESK));
    private static final CurrentUser HOUSING =
            new CurrentUser(UUID.randomUUID(), "figures-z", "住建甲", "housing", null, Set.of(Role.UNIT_DESK));

    @Autowired
    Figures figures;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Verification verification;

    @Autowired
    TestClock clock;

    @BeforeEach
    void a_week_of_its_own() {
        clock.set("2027-03-01T10:00");
    }

    private static Period days(String from, String to) {
        return new Period(LocalDate.parse(from), LocalDate.parse(to));
    }

    @Test
    void a_late_receipt_stays_with_the_unit_when_the_order_goes_on() {
        Period week = days("2027-03-01", "2027-03-12");
        String number = dispatched();
        clock.set("2027-03-04T10:00");
        orders.act(number, new Command.Receive(), HEATING, null).orThrow();
        assertThat(figures.receivedInTime(week)).isEqualTo(new Rate(0, 1));
        orders.act(number, new Command.DispatchElsewhere(new UnitId("housing"), "ordinary", "不是供热"), STAFF, null)
                .orThrow();
        assertThat(figures.receivedInTime(week))
                .as("the late receipt is not gone")
                .isEqualTo(new Rate(0, 1));
        orders.act(number, new Command.Receive(), HOUSING, null).orThrow();
        assertThat(figures.receivedInTime(week)).isEqualTo(new Rate(1, 2));
        assertThat(jdbc.sql("select unit || ' ' || how from workorder.past_leg where order_number = :n")
                        .param("n", number)
                        .query(String.class)
                        .list())
                .containsExactly("heating REDISPATCHED");
    }

    @Test
    void what_was_in_time_leaves_no_trace_on_the_unit_that_the_order_left() {
        clock.set("2027-04-01T10:00");
        Period month = days("2027-04-01", "2027-04-30");
        String number = dispatched();
        orders.act(number, new Command.Receive(), HEATING, null).orThrow();
        assertThat(figures.receivedInTime(month)).isEqualTo(new Rate(1, 1));
        orders.act(number, new Command.DispatchElsewhere(new UnitId("housing"), "ordinary", "不是供热"), STAFF, null)
                .orThrow();
        assertThat(figures.receivedInTime(month)).isEqualTo(new Rate(0, 0));
    }

    @Test
    void a_slow_case_is_in_the_period_of_its_dispatch_whenever_it_was_registered() {
        clock.set("2027-05-06T10:00");
        String number = registered();
        clock.set("2027-07-05T10:00");
        dispatch(number);
        orders.act(number, new Command.Receive(), HEATING, null).orThrow();
        assertThat(figures.receivedInTime(days("2027-05-01", "2027-05-31"))).isEqualTo(new Rate(0, 0));
        assertThat(figures.receivedInTime(days("2027-07-01", "2027-07-31"))).isEqualTo(new Rate(1, 1));
        assertThat(figures.receivedInTime(days("2027-07-05", "2027-07-05"))).isEqualTo(new Rate(1, 1));
        assertThat(figures.receivedInTime(days("2027-07-06", "2027-07-06"))).isEqualTo(new Rate(0, 0));
        clock.set("2027-09-01T10:00");
        assertThat(figures.handledInTime(days("2027-07-01", "2027-07-31")))
                .as("late by now")
                .isEqualTo(new Rate(0, 1));
    }

    @Test
    void a_corrected_order_corrects_its_appeal_so_that_the_figures_of_both_agree() {
        String number = dispatched();
        orders.act(
                        number,
                        new Command.CorrectMatter(
                                new MatterHeading("小区停水", "complaint", "water-stop", new PlaceCode("210602")), "录入有误"),
                        STAFF,
                        null)
                .orThrow();
        assertThat(jdbc.sql("select kind || ' ' || matter_class || ' ' || place from intake.appeal where number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo("complaint water-stop 210602");
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    @Test
    void the_board_names_its_dates_and_shows_any_period() {
        Page board = as("bureau");
        board.navigate("/board");
        assertThat(board.locator(".sw-period input[name=to]")).hasValue("2027-03-01");
        assertThat(board.locator("main")).containsText("2027-01-31 至 2027-03-01 派出");
        assertThat(board.locator("main")).containsText("截至 2027-03-01 10:00");
        board.fill(".sw-period input[name=from]", "2026-09-01");
        board.fill(".sw-period input[name=to]", "2026-09-30");
        board.locator(".sw-period button").click();
        assertThat(board.locator("main")).containsText("2026-09-01 至 2026-09-30 派出");
        shot(board, "board-period");
        assertThatThrownBy(() -> TypedPeriod.read("2026-10-02", "2026-10-01", LocalDate.parse("2026-10-03")))
                .isInstanceOf(BadInput.class);
        assertThat(scriptErrors).isEmpty();
    }

    private String registered() {
        var appeal = AnAppeal.saying("家里只有十五度")
                .matterClass("heat-cold")
                .place("210603")
                .location("示例小区5号楼")
                .happenedAt("昨晚")
                .title("暖气不热")
                .by(Identity.UNNAMED);
        return intake.take(appeal, new Ordered(null, null, null), Origin.of(STAFF, null), STAFF)
                .orThrow()
                .number();
    }

    private void dispatch(String number) {
        orders.act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), STAFF, null)
                .orThrow();
    }

    private String dispatched() {
        String number = registered();
        dispatch(number);
        return number;
    }
}
