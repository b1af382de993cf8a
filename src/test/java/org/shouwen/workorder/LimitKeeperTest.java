package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Moved;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.Verification;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Overdue marks themselves the moment it happens (A13_1, A13_2); a calendar that is loaded moves open limits (ruling 2). */
@ShouwenTest
class LimitKeeperTest {
    private static final UnitId UNIT = new UnitId("heating");
    private static final CurrentUser DISPATCHER =
            new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER));
    private static final CurrentUser DESK =
            new CurrentUser(UUID.randomUUID(), "u", "u", UNIT.code(), null, Set.of(Role.UNIT_DESK));

    @Autowired
    WorkOrders orders;

    @Autowired
    OrderStore store;

    @Autowired
    LimitKeeper keeper;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Verification verification;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private static int next;

    @Test
    void a_sweep_marks_what_is_overdue_since_its_limit_and_only_once() {
        clock.set("2026-10-20T10:00");
        keeper.run();
        List<String> numbers = new ArrayList<>();
        for (int i = 0; i < 25; i++) numbers.add(dispatched("ordinary"));
        clock.set("2026-10-21T23:59:59");
        assertThat(keeper.sweep()).isZero();
        clock.set("2026-10-22T00:00");
        assertThat(keeper.sweep()).isEqualTo(25);
        assertThat(keeper.sweep()).isZero();
        for (String n : numbers) {
            assertThat(duty(n).receiptOverdue()).isEqualTo(TestClock.at("2026-10-22T00:00"));
            assertThat(duty(n).handlingOverdue()).isNull();
        }
        clock.set("2026-11-05T08:00");
        assertThat(keeper.sweep()).isEqualTo(25);
        assertThat(duty(numbers.getFirst()).handlingOverdue()).isEqualTo(TestClock.at("2026-10-30T00:00"));
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    @Test
    void loading_a_year_moves_provisional_limits_and_says_which() {
        clock.set("2026-12-29T10:00");
        String open = dispatched("ordinary");
        String closed = dispatched("ordinary");
        orders.act(closed, new Command.Receive(), DESK, null).orThrow();
        orders.act(closed, new Command.ReportOutcome(Article13Test.report("2026-12-29T10:00")), DESK, null)
                .orThrow();
        orders.act(closed, new Command.Accept(""), DISPATCHER, null).orThrow();
        assertThat(duty(open).handling()).isEqualTo(new Due(TestClock.at("2027-01-09T00:00"), true));
        assertThat(duty(open).receipt()).isEqualTo(new Due(TestClock.at("2026-12-31T00:00"), true));

        assertThat(calendar.provisional())
                .as("the alarm names the missing year")
                .anyMatch(p -> p.year() == 2027 && p.orders() >= 1);

        YearCalendar year = new YearCalendar(
                2027,
                "测试用，非国务院通知",
                List.of(
                        new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦"),
                        new SpecialDay(LocalDate.of(2027, 1, 4), false, "元旦"),
                        new SpecialDay(LocalDate.of(2027, 1, 9), true, "元旦")));
        List<Moved> preview = calendar.preview(year);
        assertThat(duty(open).handling().provisional())
                .as("a preview changes nothing")
                .isTrue();
        List<Moved> moved = calendar.load(year, Actor.SYSTEM);
        assertThat(moved).isEqualTo(preview);
        assertThat(calendar.provisional()).isEmpty();
        assertThat(moved.stream().map(Moved::number).collect(Collectors.toSet()))
                .contains(open)
                .doesNotContain(closed);
        assertThat(duty(open).handling()).isEqualTo(new Due(TestClock.at("2027-01-10T00:00"), false));
        assertThat(calendar.load(year, Actor.SYSTEM))
                .as("the same again moves none")
                .isEmpty();
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    @Test
    void a_mark_that_the_corrected_calendar_does_not_bear_is_withdrawn_and_the_history_keeps_it() {
        clock.set("2026-11-23T10:00");
        String number = dispatched("consultation");
        clock.set("2026-11-27T08:00");
        keeper.run();
        assertThat(duty(number).handlingOverdue()).isEqualTo(TestClock.at("2026-11-27T00:00"));
        YearCalendar before = calendar.year(2026).orElseThrow();
        List<SpecialDay> days = new ArrayList<>(before.days());
        days.add(new SpecialDay(LocalDate.of(2026, 11, 25), false, "临时放假"));
        calendar.load(new YearCalendar(2026, before.notice(), days), Actor.SYSTEM);
        assertThat(duty(number).handling().at()).isEqualTo(TestClock.at("2026-11-28T00:00"));
        assertThat(duty(number).handlingOverdue()).isNull();
        calendar.load(before, true, Actor.SYSTEM);
        assertThat(duty(number).handling().at()).isEqualTo(TestClock.at("2026-11-27T00:00"));
        keeper.run();
        assertThat(duty(number).handlingOverdue()).isEqualTo(TestClock.at("2026-11-27T00:00"));
        assertThat(verification.verify(_ -> {}).findings()).isEmpty();
    }

    private Assignment duty(String number) {
        return java.util.Objects.requireNonNull(
                store.find(number).orElseThrow().order().dutyOrNull());
    }

    private String dispatched(String limitClass) {
        String number = "L%05d".formatted(++next);
        Matter matter = new Matter("标题", "内容", "livelihood", null, null, "", "", null);
        UUID appeal = UUID.randomUUID();
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("insert into confidentiality.party (number, appeal) values (:number, :appeal)")
                    .param("number", number)
                    .param("appeal", appeal)
                    .update();
            orders.register(List.of(new NewWorkOrder(
                    UuidCreator.getTimeOrderedEpoch(), number, appeal, matter, clock.instant(), Actor.APPELLANT)));
        });
        orders.act(number, new Command.Dispatch(UNIT, List.of(), limitClass), DISPATCHER, null)
                .orThrow();
        return number;
    }
}
