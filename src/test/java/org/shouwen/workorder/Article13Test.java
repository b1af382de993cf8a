package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.TestClock.at;
import static org.shouwen.regulation.Clause.A10_3;
import static org.shouwen.regulation.Clause.A12_5;
import static org.shouwen.regulation.Clause.A13_1;
import static org.shouwen.regulation.Clause.A13_2;
import static org.shouwen.regulation.Clause.A13_3;
import static org.shouwen.regulation.Clause.A13_4;
import static org.shouwen.regulation.Clause.A13_5;
import static org.shouwen.regulation.Clause.A13_6;
import static org.shouwen.regulation.Clause.A13_7;
import static org.shouwen.regulation.Clause.A4;
import static org.shouwen.regulation.Clause.A9;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.access.Role;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.TestEditions;

/** Article 13 on the pure centre: the rule, the clause of each refusal, and that a refusal changes nothing. */
class Article13Test {
    static final UnitId LEAD = new UnitId("heating");
    static final UnitId HELPER = new UnitId("housing");
    static final UnitId OTHER = new UnitId("water");
    static final List<PaperRef> RULING = Return.PAPERS.stream()
            .map(label -> new PaperRef(UUID.randomUUID(), label, label + ".pdf", "application/pdf", 1, "00"))
            .toList();
    static final Party BUREAU = new Party.Platform(Set.of(Role.BUREAU));
    static final Party PLATFORM = new Party.Platform(Set.of(Role.DISPATCHER));
    static final Party AGENT = new Party.Platform(Set.of(Role.AGENT));
    static final Party DESK = new Party.OfUnit(LEAD, Set.of(Role.UNIT_DESK));
    static final Party OFFICER = new Party.OfUnit(LEAD, Set.of(Role.UNIT_OFFICER));
    static final Party HELP = new Party.OfUnit(HELPER, Set.of(Role.UNIT_DESK));
    static final Instant DISPATCHED = at("2026-09-30T10:00");
    static final DecisionContext RULES = TestRules.DANDONG;

    private WorkOrder order = new WorkOrder.Registered();

    private Article13Test then(Command command, Party by, String when) {
        Decision d = WorkOrderLifecycle.act(order, command, by, at(when), RULES);
        assertThat(d).as("%s on %s", command, order).isInstanceOf(Decision.Done.class);
        for (Event e : ((Decision.Done) d).events()) order = WorkOrderReplay.evolve(order, e, at(when));
        return this;
    }

    private void refused(Clause under, Command command, Party by, String when) {
        assertThat(WorkOrderLifecycle.act(order, command, by, at(when), RULES))
                .isInstanceOfSatisfying(
                        Decision.No.class,
                        no -> assertThat(no.refused().under()).isEqualTo(under));
    }

    private Article13Test dispatched(String limitClass) {
        return then(new Command.Dispatch(LEAD, List.of(HELPER), limitClass), PLATFORM, "2026-09-30T10:00");
    }

    private Article13Test inHand(String limitClass) {
        return dispatched(limitClass).then(new Command.Receive(), DESK, "2026-10-08T09:00");
    }

    private Assignment duty() {
        return java.util.Objects.requireNonNull(order.dutyOrNull());
    }

    static Report report(String answeredAt) {
        return new Report("领导", "调查", "解决", "满意", at(answeredAt), "电话", true, false, null);
    }

    /** 延期: ordinary, dispatched 2026-09-30, due 10-15 24:00. */
    @Nested
    class ExtensionRule {
        private Command ask(int days) {
            return new Command.AskExtension(days, "缺备件", "设备清单", at("2026-10-10T09:00"), "电话");
        }

        @Test
        void granted_the_working_days_are_counted_on_from_the_limit() {
            inHand("ordinary").then(ask(5), DESK, "2026-10-12T10:00");
            assertThat(duty().handling().at()).isEqualTo(at("2026-10-16T00:00"));
            then(new Command.GrantExtension("同意"), PLATFORM, "2026-10-12T11:00");
            assertThat(duty().handling().at()).as("16, 19, 20, 21, 22 October").isEqualTo(at("2026-10-23T00:00"));
            assertThat(duty().asked().daysExtended()).isEqualTo(5);
        }

        @Test
        void several_may_add_up_to_fifteen_working_days_and_no_more() {
            inHand("ordinary")
                    .then(ask(10), DESK, "2026-10-12T10:00")
                    .then(new Command.GrantExtension(""), PLATFORM, "2026-10-12T11:00");
            refused(A13_3, ask(6), DESK, "2026-10-13T10:00");
            then(ask(5), DESK, "2026-10-13T10:00").then(new Command.GrantExtension(""), PLATFORM, "2026-10-13T11:00");
            refused(A13_3, ask(1), DESK, "2026-10-13T12:00");
            assertThat(duty().handling()).isEqualTo(RULES.handling(DISPATCHED, "ordinary", 15));
        }

        @Test
        void it_is_asked_before_the_limit_by_the_lead_unit_that_has_received_and_told() {
            dispatched("ordinary");
            refused(A13_1, ask(5), DESK, "2026-10-12T10:00");
            then(new Command.Receive(), DESK, "2026-10-08T09:00");
            refused(A13_3, ask(5), HELP, "2026-10-12T10:00");
            refused(A13_3, ask(0), DESK, "2026-10-12T10:00");
            refused(
                    A13_3,
                    new Command.AskExtension(5, "", "依据", at("2026-10-10T09:00"), "电话"),
                    DESK,
                    "2026-10-12T10:00");
            refused(
                    A13_3,
                    new Command.AskExtension(5, "理由", "依据", at("2026-10-10T09:00"), " "),
                    DESK,
                    "2026-10-12T10:00");
            refused(
                    A13_3,
                    new Command.AskExtension(5, "理由", "依据", at("2026-10-13T09:00"), "电话"),
                    DESK,
                    "2026-10-12T10:00");
            refused(
                    A13_3,
                    new Command.AskExtension(5, "理由", "依据", at("2026-09-29T09:00"), "电话"),
                    DESK,
                    "2026-10-12T10:00");
            refused(A13_3, ask(5), DESK, "2026-10-16T00:00");
            then(ask(5), DESK, "2026-10-15T23:59");
            refused(A13_3, ask(5), DESK, "2026-10-15T23:59");
        }

        @Test
        void pending_at_the_limit_it_is_not_overdue_until_decided() {
            inHand("ordinary")
                    .then(ask(2), DESK, "2026-10-15T20:00")
                    .then(new Command.Tick(), PLATFORM, "2026-10-19T10:00");
            assertThat(duty().handlingOverdue()).isNull();
            then(new Command.RefuseExtension("依据不足"), PLATFORM, "2026-10-19T11:00");
            assertThat(duty().handlingOverdue()).as("since the original limit").isEqualTo(at("2026-10-16T00:00"));
        }

        @Test
        void granted_after_the_limit_it_was_never_overdue() {
            inHand("ordinary")
                    .then(ask(2), DESK, "2026-10-15T20:00")
                    .then(new Command.GrantExtension(""), PLATFORM, "2026-10-19T10:00");
            assertThat(duty().handlingOverdue()).isNull();
            assertThat(duty().handling().at()).isEqualTo(at("2026-10-20T00:00"));
        }

        @Test
        void a_report_while_it_waits_is_late_or_not_by_the_decision() {
            inHand("ordinary")
                    .then(ask(2), DESK, "2026-10-15T20:00")
                    .then(reported("2026-10-16T09:00"), DESK, "2026-10-16T10:00");
            refused(A13_3, new Command.Accept(""), PLATFORM, "2026-10-16T11:00");
            then(new Command.RefuseExtension("不同意"), PLATFORM, "2026-10-16T12:00");
            assertThat(duty().handlingOverdue()).isEqualTo(at("2026-10-16T00:00"));
            then(new Command.Accept(""), PLATFORM, "2026-10-16T13:00");
        }

        @Test
        void only_the_platform_decides() {
            refused(A13_3, new Command.GrantExtension(""), PLATFORM, "2026-09-30T10:00");
            inHand("ordinary");
            refused(A13_3, new Command.GrantExtension(""), PLATFORM, "2026-10-12T10:00");
            then(ask(5), DESK, "2026-10-12T10:00");
            refused(A13_3, new Command.GrantExtension(""), DESK, "2026-10-12T11:00");
            refused(A13_3, new Command.RefuseExtension("x"), AGENT, "2026-10-12T11:00");
            refused(A13_3, new Command.RefuseExtension(""), PLATFORM, "2026-10-12T11:00");
        }
    }

    private static Command reported(String when) {
        return new Command.ReportOutcome(report(when), "配合部门书面答复不涉及");
    }

    /** 退件: within seven working days of 2026-09-30, that is until 10-15 24:00. */
    @Nested
    class ReturnRule {
        private static final Command ASK = new Command.AskReturn("小区由物业自管锅炉供热", "丹编办〔2026〕12号", RULING);

        @Test
        void granted_the_next_unit_gets_fresh_clocks_and_nothing_counts_against_the_first() {
            dispatched("ordinary").then(new Command.Tick(), PLATFORM, "2026-10-09T10:00");
            assertThat(duty().receiptOverdue()).isNotNull();
            then(ASK, DESK, "2026-10-09T11:00")
                    .then(new Command.GrantReturn(OTHER, "ordinary", ""), PLATFORM, "2026-10-12T10:00");
            assertThat(order).isInstanceOf(WorkOrder.AwaitingReceipt.class);
            assertThat(duty().lead()).isEqualTo(OTHER);
            assertThat(duty().receiptOverdue()).isNull();
            assertThat(duty().dispatchedAt()).isEqualTo(at("2026-10-12T10:00"));
            assertThat(duty().handling()).isEqualTo(RULES.handling(at("2026-10-12T10:00"), "ordinary"));
        }

        @Test
        void refused_the_old_limit_stands_and_the_clock_never_stopped() {
            Due before = dispatched("ordinary").duty().handling();
            then(ASK, DESK, "2026-10-08T11:00").then(new Command.RefuseReturn("供热属该单位"), PLATFORM, "2026-10-16T10:00");
            assertThat(duty().handling()).isEqualTo(before);
            assertThat(duty().handlingOverdue()).isEqualTo(at("2026-10-16T00:00"));
            assertThat(duty().receiptOverdue()).isEqualTo(at("2026-10-09T00:00"));
        }

        @Test
        void without_its_three_papers_or_the_rulings_number_it_is_refused() {
            dispatched("ordinary");
            for (int missing = 0; missing < 3; missing++) {
                List<PaperRef> two = new java.util.ArrayList<>(RULING);
                two.remove(missing);
                refused(A13_6, new Command.AskReturn("说明", "丹编办〔2026〕12号", two), DESK, "2026-10-08T11:00");
            }
            refused(A13_6, new Command.AskReturn("说明", " ", RULING), DESK, "2026-10-08T11:00");
            refused(A13_6, new Command.AskReturn("", "丹编办〔2026〕12号", RULING), DESK, "2026-10-08T11:00");
        }

        @Test
        void after_seven_working_days_it_is_refused() {
            dispatched("difficult");
            refused(A13_6, ASK, DESK, "2026-10-16T00:00");
            then(ASK, DESK, "2026-10-15T23:59");
            refused(A13_6, ASK, DESK, "2026-10-15T23:59");
        }

        @Test
        void a_second_return_is_the_Bureaus_to_rule_and_there_is_no_third() {
            dispatched("ordinary").then(ASK, DESK, "2026-10-08T11:00");
            refused(A13_6, new Command.GrantReturn(OTHER, "ordinary", ""), BUREAU, "2026-10-08T12:00");
            then(new Command.GrantReturn(OTHER, "ordinary", ""), PLATFORM, "2026-10-08T12:00");
            Party other = new Party.OfUnit(OTHER, Set.of(Role.UNIT_DESK));
            refused(A13_6, ASK, DESK, "2026-10-09T09:00");
            then(ASK, other, "2026-10-09T09:00");
            refused(A13_6, new Command.GrantReturn(HELPER, "ordinary", ""), PLATFORM, "2026-10-09T10:00");
            refused(A13_6, new Command.RefuseReturn("x"), PLATFORM, "2026-10-09T10:00");
            then(new Command.GrantReturn(HELPER, "ordinary", "裁定"), BUREAU, "2026-10-09T10:00");
            refused(A13_6, ASK, HELP, "2026-10-10T09:00");
        }

        @Test
        void it_does_not_go_back_to_the_unit_that_returned_it() {
            dispatched("ordinary").then(ASK, DESK, "2026-10-08T11:00");
            refused(A13_6, new Command.GrantReturn(LEAD, "ordinary", ""), PLATFORM, "2026-10-08T12:00");
            refused(A13_2, new Command.GrantReturn(OTHER, "no-such", ""), PLATFORM, "2026-10-08T12:00");
            refused(A13_6, new Command.RefuseReturn(" "), PLATFORM, "2026-10-08T12:00");
        }

        @Test
        void a_report_takes_the_duty_and_ends_the_request() {
            inHand("ordinary")
                    .then(ASK, DESK, "2026-10-08T11:00")
                    .then(reported("2026-10-09T09:00"), DESK, "2026-10-09T10:00");
            assertThat(duty().asked().returning()).isNull();
        }

        @Test
        void under_objection_review_the_units_reasons_do_within_its_own_days() {
            DecisionContext shandong = new DecisionContext(TestEditions.named("shandong-2022"), TestRules.DAYS);
            Instant from = at("2026-09-30T10:00");
            Assignment duty = new Assignment(
                    "shandong-2022",
                    "ordinary",
                    LEAD,
                    List.of(),
                    from,
                    shandong.receipt(from),
                    shandong.handling(from, "ordinary"),
                    null,
                    null,
                    null,
                    null,
                    null,
                    0,
                    PendingRequests.NOTHING);
            WorkOrder waiting = new WorkOrder.AwaitingReceipt(duty);
            Command objection = new Command.AskReturn("不属本单位职责", "", List.of());
            assertThat(WorkOrderLifecycle.act(waiting, objection, DESK, at("2026-10-09T16:59"), shandong))
                    .isInstanceOf(Decision.Done.class);
            assertThat(WorkOrderLifecycle.act(waiting, objection, DESK, at("2026-10-09T17:00"), shandong))
                    .isInstanceOf(Decision.No.class);
        }
    }

    /** 职责共担: assisting units owe their part within four working days of 2026-09-30, that is until 10-11 24:00. */
    @Nested
    class SharedDuty {
        @Test
        void an_assisting_unit_is_marked_late_by_its_own_limit() {
            inHand("ordinary").then(new Command.Tick(), PLATFORM, "2026-10-12T23:59");
            assertThat(duty().parts().getFirst().due().at()).isEqualTo(at("2026-10-13T00:00"));
            assertThat(duty().parts().getFirst().overdue()).isNull();
            then(new Command.Tick(), PLATFORM, "2026-10-13T09:00");
            assertThat(duty().parts().getFirst().overdue()).isEqualTo(at("2026-10-13T00:00"));
            then(new Command.Contribute("管网图"), HELP, "2026-10-13T10:00");
            assertThat(duty().parts().getFirst().overdue()).as("stays for ever").isNotNull();
            assertThat(duty().owed()).isEmpty();
        }

        @Test
        void the_lead_reports_when_the_parts_are_in_or_says_why_not() {
            inHand("ordinary");
            refused(A13_5, new Command.ReportOutcome(report("2026-10-09T09:00")), DESK, "2026-10-09T10:00");
            then(new Command.Contribute("管网图"), HELP, "2026-10-09T11:00");
            then(new Command.ReportOutcome(report("2026-10-09T09:00")), DESK, "2026-10-09T12:00");
        }

        @Test
        void the_lead_and_the_platform_remind_whoever_owes() {
            inHand("ordinary");
            refused(A13_5, new Command.RemindPart(HELPER, "请尽快"), HELP, "2026-10-09T10:00");
            refused(A13_5, new Command.RemindPart(OTHER, "请尽快"), DESK, "2026-10-09T10:00");
            then(new Command.RemindPart(HELPER, "请尽快"), DESK, "2026-10-09T10:00");
        }
    }

    @Nested
    class Dispatch {
        @Test
        void only_the_platform_dispatches_and_only_once() {
            refused(A12_5, new Command.Dispatch(LEAD, List.of(), "ordinary"), DESK, "2026-09-30T10:00");
            dispatched("ordinary");
            refused(A12_5, new Command.Dispatch(LEAD, List.of(), "ordinary"), PLATFORM, "2026-09-30T11:00");
        }

        @Test
        void a_class_must_be_one_of_the_editions() {
            refused(A13_2, new Command.Dispatch(LEAD, List.of(), "whenever"), PLATFORM, "2026-09-30T10:00");
        }

        @Test
        void the_lead_unit_does_not_assist_itself() {
            refused(A13_5, new Command.Dispatch(LEAD, List.of(LEAD), "ordinary"), PLATFORM, "2026-09-30T10:00");
            refused(
                    A13_5,
                    new Command.Dispatch(LEAD, List.of(HELPER, HELPER), "ordinary"),
                    PLATFORM,
                    "2026-09-30T10:00");
        }
    }

    @Nested
    class Receipt {
        @Test
        void until_the_end_of_the_next_working_day_it_is_in_time() {
            dispatched("ordinary").then(new Command.Receive(), DESK, "2026-10-08T23:59");
            assertThat(duty().receiptOverdue()).isNull();
        }

        @Test
        void later_it_is_overdue_since_the_limit_and_for_ever() {
            dispatched("ordinary").then(new Command.Receive(), DESK, "2026-10-09T08:00");
            assertThat(duty().receiptOverdue()).isEqualTo(at("2026-10-09T00:00"));
            then(reported("2026-10-09T08:00"), DESK, "2026-10-09T09:00")
                    .then(new Command.Accept(""), PLATFORM, "2026-10-09T10:00");
            assertThat(duty().receiptOverdue()).isEqualTo(at("2026-10-09T00:00"));
        }

        @Test
        void only_the_lead_unit_receives_and_only_once() {
            dispatched("ordinary").refused(A13_1, new Command.Receive(), HELP, "2026-10-08T09:00");
            then(new Command.Receive(), DESK, "2026-10-08T09:00")
                    .refused(A13_1, new Command.Receive(), DESK, "2026-10-08T09:01");
        }

        @Test
        void before_receipt_nothing_is_assigned_or_reported() {
            dispatched("ordinary")
                    .refused(A13_1, new Command.Assign(UUID.randomUUID(), null), DESK, "2026-10-08T09:00");
            refused(A13_1, reported("2026-10-08T08:00"), DESK, "2026-10-08T09:00");
        }
    }

    @Nested
    class Handling {
        @Test
        void limits_run_from_dispatch_and_late_receipt_gains_nothing() {
            dispatched("ordinary").then(new Command.Receive(), DESK, "2026-10-14T09:00");
            assertThat(duty().handling().at()).isEqualTo(at("2026-10-16T00:00"));
        }

        @Test
        void an_unreported_order_is_overdue_since_the_limit() {
            inHand("consultation").then(new Command.Tick(), new Party.Machine(), "2026-10-13T08:00");
            assertThat(duty().handlingOverdue()).isEqualTo(at("2026-10-11T00:00"));
        }

        @Test
        void a_complete_report_meets_the_limit_though_nobody_decides_on_it() {
            inHand("consultation").then(reported("2026-10-09T09:00"), OFFICER, "2026-10-09T10:00");
            then(new Command.Tick(), new Party.Machine(), "2026-10-20T08:00");
            assertThat(duty().handlingOverdue()).isNull();
        }

        @Test
        void a_difficult_matter_must_also_be_done() {
            Report answeredOnly = new Report("领导", "调查", "解决", "满意", at("2026-10-09T09:00"), "电话", false, false, null);
            inHand("difficult").refused(A13_2, new Command.ReportOutcome(answeredOnly), DESK, "2026-10-09T10:00");
        }

        @Test
        void the_platform_changes_the_class_with_a_reason_and_the_limit_runs_from_dispatch_still() {
            inHand("ordinary").refused(A13_2, new Command.Reclassify("difficult", "疑难"), DESK, "2026-10-09T10:00");
            refused(A13_2, new Command.Reclassify("difficult", " "), PLATFORM, "2026-10-09T10:00");
            refused(A13_2, new Command.Reclassify("ordinary", "x"), PLATFORM, "2026-10-09T10:00");
            then(new Command.Reclassify("difficult", "涉及三个部门"), PLATFORM, "2026-10-09T10:00");
            assertThat(duty().handling().at()).isEqualTo(at("2026-10-28T00:00"));
            refused(A13_2, new Command.Reclassify("consultation", "x"), PLATFORM, "2026-10-13T10:00");
        }

        @Test
        void contact_with_the_appellant_is_the_leads() {
            Command contact = new Command.Contact(at("2026-10-08T09:30"), "电话", "知道了");
            inHand("ordinary").refused(A13_5, contact, HELP, "2026-10-08T10:00");
            refused(A13_2, new Command.Contact(at("2026-10-09T09:30"), "电话", "x"), DESK, "2026-10-08T10:00");
            then(contact, DESK, "2026-10-08T10:00");
        }
    }

    @Nested
    class Reporting {
        @Test
        void each_missing_part_is_named() {
            Report nothing = new Report("", " ", "", "", null, "", true, true, null);
            assertThat(nothing.missing())
                    .containsExactly(
                            "leaderActed",
                            "investigation",
                            "resolution",
                            "appellantSaid",
                            "answeredAt",
                            "answeredHow",
                            "citation.documentNumber",
                            "citation.title",
                            "citation.provision");
            inHand("ordinary").refused(A13_4, new Command.ReportOutcome(nothing), DESK, "2026-10-09T10:00");
        }

        @ParameterizedTest
        @ValueSource(strings = {"2026-10-09T10:01", "2026-09-30T09:59"})
        void the_answer_lies_between_dispatch_and_now(String answered) {
            inHand("ordinary").refused(A13_4, new Command.ReportOutcome(report(answered)), DESK, "2026-10-09T10:00");
        }

        @Test
        void only_the_lead_reports_and_assisting_units_contribute() {
            inHand("ordinary").refused(A13_5, reported("2026-10-09T09:00"), HELP, "2026-10-09T10:00");
            refused(A10_3, new Command.Contribute("x"), DESK, "2026-10-09T10:00");
            then(new Command.Contribute("管网正常"), HELP, "2026-10-09T10:00");
        }

        @Test
        void a_report_sent_back_gives_back_no_time() {
            inHand("ordinary").then(reported("2026-10-15T09:00"), DESK, "2026-10-15T10:00");
            refused(A13_4, new Command.SendBack(" "), PLATFORM, "2026-10-16T09:00");
            refused(A13_4, new Command.SendBack("不实"), DESK, "2026-10-16T09:00");
            then(new Command.SendBack("不实"), PLATFORM, "2026-10-16T09:00");
            assertThat(order).isInstanceOf(WorkOrder.InHand.class);
            assertThat(duty().handlingOverdue()).isEqualTo(at("2026-10-16T00:00"));
            assertThat(duty().reworks()).isEqualTo(1);
        }
    }

    @Nested
    class Closing {
        @Test
        void only_the_platform_closes_and_only_what_was_reported() {
            inHand("ordinary").refused(A13_7, new Command.Accept(""), PLATFORM, "2026-10-09T10:00");
            then(reported("2026-10-09T09:00"), DESK, "2026-10-09T10:00");
            refused(A13_7, new Command.Accept(""), DESK, "2026-10-09T11:00");
            then(new Command.Accept(""), PLATFORM, "2026-10-09T11:00");
            assertThat(order.state()).isEqualTo(WorkOrder.State.CLOSED);
            refused(A13_7, new Command.Note("x"), DESK, "2026-10-10T11:00");
            refused(A9, new Command.Remind("还是不热"), AGENT, "2026-10-10T11:00");
        }
    }

    @Nested
    class InsideTheUnit {
        @Test
        void the_desk_assigns_and_an_officer_does_not() {
            inHand("ordinary").refused(A4, new Command.Assign(UUID.randomUUID(), null), OFFICER, "2026-10-09T10:00");
            refused(A4, new Command.Assign(null, null), DESK, "2026-10-09T10:00");
            then(new Command.Assign(null, UUID.randomUUID()), DESK, "2026-10-09T10:00");
        }
    }
}
