package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.TestClock.at;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Role;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;

/** Article 12.5 on the pure centre: a wrong dispatch is taken back, a wrong intake put right. */
class TakingBackTest {
    private static final UnitId LEAD = Article13Test.LEAD;
    private static final UnitId OTHER = Article13Test.OTHER;
    private static final Party DISPATCHER = Article13Test.PLATFORM;
    private static final Party UNIT = Article13Test.DESK;

    private WorkOrder order = new WorkOrder.Registered();
    private Urgent urgent = new Urgent("heating", at("2026-09-30T09:00"), 0, null, null, null);
    private Confidentiality shield = Confidentiality.NONE;
    private final List<Event> happened = new ArrayList<>();

    private TakingBackTest then(Command command, Party by, String when) {
        Decision d = WorkOrderLifecycle.act(order, urgent, command, by, at(when), TestRules.DANDONG);
        assertThat(d).as("%s on %s", command, order).isInstanceOf(Decision.Done.class);
        for (Event e : ((Decision.Done) d).events()) {
            order = WorkOrderReplay.evolve(order, e, at(when));
            urgent = Objects.requireNonNull(Urgent.evolve(urgent, e, at(when)));
            shield = ConfidentialityReplay.evolve(shield, e, at(when));
            happened.add(e);
        }
        return this;
    }

    private void refused(Command command, Party by, String words) {
        assertThat(WorkOrderLifecycle.act(order, urgent, command, by, at("2026-10-09T10:00"), TestRules.DANDONG))
                .isInstanceOfSatisfying(Decision.No.class, no -> {
                    assertThat(no.refused().under()).isEqualTo(Clause.A12_5);
                    assertThat(no.refused().key()).endsWith(words);
                });
    }

    private TakingBackTest dispatched() {
        return then(
                new Command.Dispatch(LEAD, List.of(Article13Test.HELPER), "ordinary"), DISPATCHER, "2026-09-30T10:00");
    }

    private Assignment duty() {
        return Objects.requireNonNull(order.dutyOrNull());
    }

    private static Command elsewhere(UnitId unit) {
        return new Command.DispatchElsewhere(unit, "ordinary", "不是供热问题");
    }

    @Test
    void before_receipt_it_is_recalled_and_waits_to_be_dispatched_again() {
        dispatched().then(new Command.Recall("派错单位"), DISPATCHER, "2026-09-30T10:05");
        assertThat(order).isEqualTo(new WorkOrder.Registered());
        then(new Command.Dispatch(OTHER, List.of(), "ordinary"), DISPATCHER, "2026-10-08T10:00");
        assertThat(duty().receipt()).isEqualTo(TestRules.DANDONG.receipt(at("2026-10-08T10:00")));
    }

    @Test
    void a_recall_after_the_receipt_limit_leaves_no_mark() {
        dispatched().then(new Command.Recall("派错单位"), DISPATCHER, "2026-10-20T10:00");
        assertThat(happened).noneMatch(e -> e instanceof Event.ReceiptOverdue || e instanceof Event.HandlingOverdue);
    }

    @Test
    void after_receipt_it_goes_to_another_unit_with_fresh_clocks_and_nothing_of_the_first() {
        dispatched()
                .then(new Command.Receive(), UNIT, "2026-10-08T09:00")
                .then(new Command.AskExtension(3, "等配件", "合同", at("2026-10-08T09:00"), "电话"), UNIT, "2026-10-08T10:00")
                .then(elsewhere(OTHER), DISPATCHER, "2026-10-20T10:00");
        assertThat(order).isInstanceOf(WorkOrder.AwaitingReceipt.class);
        assertThat(duty().lead()).isEqualTo(OTHER);
        assertThat(duty().dispatchedAt()).isEqualTo(at("2026-10-20T10:00"));
        assertThat(duty().handling()).isEqualTo(TestRules.DANDONG.handling(at("2026-10-20T10:00"), "ordinary"));
        assertThat(duty().asked()).isEqualTo(PendingRequests.NOTHING);
        assertThat(duty().parts()).isEmpty();
        assertThat(duty().handlingOverdue()).isNull();
        assertThat(happened).noneMatch(e -> e instanceof Event.HandlingOverdue);
    }

    @Test
    void the_next_unit_is_phoned_as_well_and_needs_a_permission_of_its_own() {
        dispatched().then(new Command.Phone("值班", at("2026-09-30T10:00"), "王"), DISPATCHER, "2026-09-30T10:01");
        assertThat(urgent.alarming()).isFalse();
        shield = new Confidentiality(true, List.of(), "", at("2026-09-30T10:00"), null);
        then(elsewhere(OTHER), DISPATCHER, "2026-09-30T10:10");
        assertThat(urgent.alarming()).isTrue();
        assertThat(shield.withheldFrom(OTHER, List.of())).isTrue();
    }

    @Test
    void how_often_it_was_returned_is_kept_so_that_there_is_no_third_return() {
        dispatched()
                .then(new Command.AskReturn("不是职责", "1号", Article13Test.RULING), UNIT, "2026-10-08T10:00")
                .then(new Command.GrantReturn(OTHER, "ordinary", ""), DISPATCHER, "2026-10-08T11:00");
        refused(new Command.Recall("派错单位"), DISPATCHER, "recall-returned");
        then(elsewhere(LEAD), DISPATCHER, "2026-10-08T12:00");
        assertThat(duty().asked().returns()).isEqualTo(1);
    }

    @Test
    void only_the_dispatcher_with_a_reason_to_another_unit_and_not_once_it_is_reported() {
        refused(elsewhere(OTHER), DISPATCHER, "elsewhere-not-open");
        dispatched();
        refused(elsewhere(OTHER), UNIT, "platform-dispatches");
        refused(elsewhere(OTHER), Article13Test.AGENT, "platform-dispatches");
        refused(elsewhere(LEAD), DISPATCHER, "elsewhere-itself");
        refused(new Command.Recall(" "), DISPATCHER, "reason-missing");
        refused(new Command.Recall("x"), UNIT, "platform-dispatches");
        then(new Command.Receive(), UNIT, "2026-10-08T09:00");
        refused(new Command.Recall("x"), DISPATCHER, "recall-received");
        then(new Command.ReportOutcome(Article13Test.report("2026-10-08T10:00"), "不必等"), UNIT, "2026-10-08T10:00");
        refused(elsewhere(OTHER), DISPATCHER, "elsewhere-not-open");
    }

    @Test
    void a_question_to_intake_waits_for_one_answer_and_does_not_keep_from_dispatching() {
        refused(new Command.AnswerIntake("三号楼"), Article13Test.AGENT, "no-question");
        then(new Command.AskIntake("哪一栋楼？"), DISPATCHER, "2026-09-30T09:10");
        refused(new Command.AskIntake("几单元？"), DISPATCHER, "question-open");
        then(new Command.AnswerIntake("三号楼"), Article13Test.AGENT, "2026-09-30T09:20");
        assertThat(order).isEqualTo(new WorkOrder.Registered());
        then(new Command.AskIntake("几单元？"), DISPATCHER, "2026-09-30T09:30");
        dispatched();
        refused(new Command.AnswerIntake("二单元"), Article13Test.AGENT, "no-question");
    }

    @Test
    void a_correction_moves_no_limit_and_is_the_dispatchers_or_the_supervisors() {
        Command correct = new Command.CorrectMatter(new MatterHeading("停水", "livelihood", null, null), "记错");
        Assignment before = dispatched().duty();
        refused(correct, Article13Test.AGENT, "platform-corrects");
        refused(correct, UNIT, "platform-corrects");
        then(correct, new Party.Platform(Set.of(Role.SUPERVISOR)), "2026-10-08T10:00");
        assertThat(duty().handling()).isEqualTo(before.handling());
        refused(
                new Command.CorrectMatter(new MatterHeading("停水", "no-kind", null, null), "记错"),
                DISPATCHER,
                "no-such-kind");
        refused(new Command.CorrectMatter(MatterHeading.NONE, "记错"), DISPATCHER, "title-missing");
    }
}
