package org.shouwen.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.notification.SentMessage;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Report;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ruling 10: who reminded of an order that goes under another is told what becomes of the one that leads. */
@ShouwenTest
class RemindersUnderALeadTest {
    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    Outbox outbox;

    @Autowired
    OwnAppeals own;

    @Autowired
    OrderRemarks remarks;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void time() {
        clock.set("2026-10-12T10:00");
    }

    private Receipt take(String phone, Disposition outcome) {
        return intake.take(
                        AnAppeal.saying("全小区都不热").title("全小区暖气不热").by(Identity.of("", phone, "", null)),
                        outcome,
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow();
    }

    private String ordered(String phone) {
        return take(phone, new Disposition.Ordered(null, null, null)).number();
    }

    private void act(String number, Command command, CurrentUser by) {
        orders.act(number, command, by, null).orThrow();
    }

    private List<NotificationType> told(String number) {
        return outbox.of(number).stream().map(SentMessage::moment).toList();
    }

    @Test
    void they_are_told_each_step_of_the_lead_and_its_end() {
        String lead = ordered("13811113331");
        String under = ordered("13811113332");
        act(under, new Command.Join(lead), People.DISPATCHER);
        String reminder = take("13811113333", new Disposition.Reminded(new WorkOrderNumber(under), "还没修"))
                .number();
        act(lead, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), People.DISPATCHER);
        act(lead, new Command.Reclassify("difficult", "涉及多部门"), People.DISPATCHER);
        CurrentUser unit = People.desk("heating");
        act(lead, new Command.Receive(), unit);
        Instant now = clock.instant();
        act(
                lead,
                new Command.ReportOutcome(new Report("到场", "换热站故障", "已修复供热", "满意", now, "电话", true, false, null)),
                unit);
        act(lead, new Command.Accept(""), People.DISPATCHER);
        for (String person : List.of(lead, under, reminder))
            assertThat(told(person))
                    .as(person)
                    .endsWith(NotificationType.DISPATCHED, NotificationType.LIMIT_CHANGED, NotificationType.CLOSED);
        assertThat(outbox.of(reminder).getLast().text()).contains("已修复供热", reminder);
        assertThat(told(lead)).doesNotContain(NotificationType.JOINED, NotificationType.REMINDED);
    }

    @Test
    void what_they_add_later_reaches_whoever_handles_the_lead() {
        String lead = ordered("13811113337");
        String under = ordered("13811113338");
        act(under, new Command.Join(lead), People.DISPATCHER);
        Receipt reminder = take("13811113339", new Disposition.Reminded(new WorkOrderNumber(under), "还没修"));
        act(lead, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), People.DISPATCHER);
        own.add(new WorkOrderNumber(reminder.number()), reminder.code(), "阀门也漏水了")
                .orThrow();
        assertThat(remarks.fresh(List.of(lead, under), People.DISPATCHER)).contains(lead);
        assertThat(remarks.of(board.page(lead, People.DISPATCHER), People.DISPATCHER)
                        .toString())
                .contains("阀门也漏水了");
    }

    @Test
    void a_class_decided_anew_says_the_day_before_and_now_and_the_unit_is_told() {
        String number = ordered("13811113334");
        act(number, new Command.Dispatch(new UnitId("heating"), List.of(), "ordinary"), People.DISPATCHER);
        act(number, new Command.Reclassify("difficult", "涉及多部门"), People.DISPATCHER);
        assertThat(outbox.of(number).getLast().text()).matches(".*类别已重新认定，答复时限由 \\d+月\\d+日.* 改为 \\d+月\\d+日.*");
        assertThat(jdbc.sql("select count(*) from messages.staff_notice where order_number = :n and kind = 'DECIDED'")
                        .param("n", number)
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void what_one_person_allowed_is_told_to_nobody_else() {
        String lead = ordered("13811113335");
        String under = ordered("13811113336");
        act(under, new Command.Join(lead), People.DISPATCHER);
        act(lead, new Command.KeepSecret("来电要求"), People.DISPATCHER);
        act(lead, new Command.Permit(clock.instant(), "电话同意"), People.DISPATCHER);
        assertThat(told(lead)).contains(NotificationType.PERMITTED);
        assertThat(told(under)).doesNotContain(NotificationType.PERMITTED);
    }
}
