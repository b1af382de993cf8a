package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.VerificationProbe;
import org.shouwen.identity.Identity;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Result;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ruling 10: the same matter from many people is one lead order, every appellant attached, every one answered. */
@ShouwenTest
class Ruling10Test {
    private static final UnitId HEATING = new UnitId("heating");
    private static final CurrentUser AGENT = person(null, Role.AGENT);
    private static final CurrentUser DISPATCHER = person(null, Role.DISPATCHER);
    private static final CurrentUser UNIT = person("heating", Role.UNIT_DESK);

    @Autowired
    Intake intake;

    @Autowired
    OwnAppeals own;

    @Autowired
    Appeals appeals;

    @Autowired
    PublicMatters matters;

    @Autowired
    WorkOrders orders;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    Outbox outbox;

    @Autowired
    VerificationProbe verification;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @BeforeEach
    void time() {
        clock.set("2026-11-23T10:00");
    }

    private static CurrentUser person(@Nullable String unit, Role role) {
        return new CurrentUser(UUID.randomUUID(), role.name(), role.name(), unit, null, Set.of(role));
    }

    private static NewAppeal cold(String phone) {
        return AnAppeal.saying("全小区都不热")
                .location("锦绣小区")
                .happenedAt("昨天")
                .title("全小区暖气不热")
                .by(Identity.of("", phone, "", null));
    }

    private Receipt take(String phone, Disposition outcome) {
        return intake.take(cold(phone), outcome, Origin.of(AGENT, null), AGENT).orThrow();
    }

    private Receipt ordered(String phone) {
        return take(phone, new Disposition.Ordered(null, null, null));
    }

    private void act(String number, Command command, CurrentUser by) {
        orders.act(number, command, by, null).orThrow();
    }

    private WorkOrder order(String number) {
        return board.page(number, DISPATCHER).order();
    }

    private void close(String number) {
        act(number, new Command.Receive(), UNIT);
        Instant now = clock.instant();
        act(
                number,
                new Command.ReportOutcome(new Report("到场", "换热站故障", "已修复供热", "满意", now, "电话", true, false, null)),
                UNIT);
        act(number, new Command.Accept(""), DISPATCHER);
    }

    @Test
    void everyone_under_the_lead_order_is_told_each_time_and_answered_with_it() {
        Receipt lead = ordered("13811113331");
        act(lead.number(), new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER);
        Receipt atDesk = take("13811113332", new Disposition.Joined(new WorkOrderNumber(lead.number())));
        Receipt later = ordered("13811113333");
        act(later.number(), new Command.Join(lead.number()), DISPATCHER);
        assertThat(order(atDesk.number())).isEqualTo(new WorkOrder.Joined(lead.number(), null));
        assertThat(board.joined(board.page(lead.number(), DISPATCHER), DISPATCHER, null, 500)
                        .items())
                .extracting(o -> o.number())
                .containsExactly(atDesk.number(), later.number());
        assertThat(matters.concerned(
                        "work_order",
                        List.of(board.page(lead.number(), DISPATCHER).id())))
                .as("boards and other systems hear of all of them when the order moves")
                .containsExactlyInAnyOrderElementsOf(Stream.of(lead, atDesk, later)
                        .map(r -> appeals.get(r.number()).id())
                        .toList());
        assertThat(told(atDesk)).containsExactly(NotificationType.JOINED);
        assertThat(told(later)).containsExactly(NotificationType.ORDERED, NotificationType.JOINED);

        own.add(new WorkOrderNumber(atDesk.number()), atDesk.code(), "今天更冷了").orThrow();
        assertThat(board.page(lead.number(), DISPATCHER).way())
                .filteredOn(h -> h.event() instanceof Event.Reminded)
                .hasSize(1);

        assertThat(own.closed(appeals.get(atDesk.number()))).isFalse();
        close(lead.number());
        for (Receipt r : List.of(atDesk, later)) {
            assertThat(told(r).getLast()).isEqualTo(NotificationType.CLOSED);
            assertThat(outbox.of(r.number()).getLast().text()).contains("已修复供热", r.number());
            assertThat(order(r.number())).isEqualTo(new WorkOrder.Joined(lead.number(), clock.instant()));
            assertThat(own.closed(appeals.get(r.number()))).isTrue();
            own.rate(new WorkOrderNumber(r.number()), r.code(), true, true, "").orThrow();
        }
        assertThat(verification.findings()).isEmpty();
        refused("answered-with-lead", later.number(), new Command.Separate("其实不是一回事"), DISPATCHER);
    }

    /** Whoever closes a lead locks it first and what goes under it after; a reminder must not hold them the other way round. */
    @Test
    void a_reminder_waits_for_nothing_under_the_lead() throws Exception {
        String lead = ordered("13900000021").number();
        act(lead, new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER);
        String under = ordered("13900000022").number();
        act(under, new Command.Join(lead), DISPATCHER);
        try (ExecutorService beside = Executors.newSingleThreadExecutor()) {
            transaction.executeWithoutResult(_ -> {
                jdbc.sql("select from workorder.work_order where number = :n for update")
                        .param("n", under)
                        .query((_, _) -> true)
                        .single();
                Future<Boolean> reminded =
                        beside.submit(() -> orders.remind(under, "又来电", Actor.APPELLANT) instanceof Result.Done);
                assertThat(reminded).succeedsWithin(Duration.ofSeconds(20)).isEqualTo(true);
            });
        }
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void a_joining_can_be_undone_and_the_order_goes_its_own_way() {
        Receipt lead = ordered("13811113341");
        Receipt other = take("13811113342", new Disposition.Joined(new WorkOrderNumber(lead.number())));
        refused("platform-dispatches", other.number(), new Command.Separate("两个小区"), AGENT);
        refused("reason-missing", other.number(), new Command.Separate(" "), DISPATCHER);
        refused("joined", other.number(), new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER);
        act(other.number(), new Command.Separate("两个小区，不是一回事"), DISPATCHER);
        assertThat(told(other).getLast()).isEqualTo(NotificationType.SEPARATED);
        act(other.number(), new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER);
        assertThat(order(other.number()).state()).isEqualTo(WorkOrder.State.AWAITING_RECEIPT);
        assertThat(board.joined(board.page(lead.number(), DISPATCHER), DISPATCHER, null, 500)
                        .items())
                .isEmpty();
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void only_an_open_order_leads_and_nothing_urgent_is_lowered() {
        Receipt lead = ordered("13811113351");
        Receipt under = take("13811113352", new Disposition.Joined(new WorkOrderNumber(lead.number())));
        Receipt third = ordered("13811113353");
        refused("join-itself", third.number(), new Command.Join(third.number()), DISPATCHER);
        refused("join-joined", third.number(), new Command.Join(under.number()), DISPATCHER);
        refused("join-leads-others", lead.number(), new Command.Join(third.number()), DISPATCHER);
        assertThatThrownBy(() -> act(third.number(), new Command.Join("20260101-000001"), DISPATCHER))
                .isInstanceOf(BadInput.class);
        Receipt urgent = take("13811113354", new Disposition.Ordered(null, null, "heating"));
        refused("join-urgent-first", urgent.number(), new Command.Join(lead.number()), DISPATCHER);
        act(lead.number(), new Command.RaiseUrgency("heating", "全小区停暖"), DISPATCHER);
        act(urgent.number(), new Command.Join(lead.number()), DISPATCHER);
        act(lead.number(), new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER);
        close(lead.number());
        refused("join-closed", third.number(), new Command.Join(lead.number()), DISPATCHER);
        refused("already-dispatched", lead.number(), new Command.Join(third.number()), DISPATCHER);
        assertThatThrownBy(() -> take("13811113355", new Disposition.Joined(new WorkOrderNumber(lead.number()))))
                .isInstanceOf(Refusal.class);
        assertThat(board.alarms(AGENT, null, 200).items())
                .noneMatch(a -> a.number().equals(urgent.number()));
    }

    @Test
    void an_appeal_that_waited_is_joined_too() {
        Receipt lead = ordered("13811113361");
        Receipt waiting = intake.submit(cold("13811113362"), Origin.portal(null), Actor.APPELLANT);
        intake.decide(waiting.number(), new Disposition.Joined(new WorkOrderNumber(lead.number())), null, AGENT, null)
                .orThrow();
        assertThat(order(waiting.number()).state()).isEqualTo(WorkOrder.State.JOINED);
        assertThat(own.order(appeals.get(waiting.number())).orElseThrow().number())
                .isEqualTo(lead.number());
    }

    private void refused(String words, String number, Command command, CurrentUser by) {
        assertThat(orders.act(number, command, by, null)).isInstanceOfSatisfying(Result.No.class, no -> {
            assertThat(no.refused().under()).isEqualTo(Clause.A12_5);
            assertThat(no.refused().key()).isEqualTo("workorder.refused." + words);
        });
    }

    private List<NotificationType> told(Receipt r) {
        return outbox.of(r.number()).stream().map(SentMessage::moment).toList();
    }
}
