package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.shouwen.TestClock;
import org.shouwen.accounts.Role;
import org.shouwen.directory.UnitId;

/**
 * For any sequence of commands by anyone at any time, accepted events never break the rulings and refused ones change
 * nothing. The oracle knows only the story: when it was dispatched, received, reported, sent back.
 */
class LifePropertiesTest {
    record Act(Command command, Party by, int hoursLater) {}

    /** What the regulation says must be so, told from the accepted acts alone, slowly and obviously. */
    private static final class Oracle {
        @Nullable
        Instant dispatched;

        @Nullable
        Instant received;

        @Nullable
        Instant reported;

        boolean closed;
        boolean joined;
        int reworks;
        int extended;
        int asked;
        int returns;
        boolean returnAsked;

        @Nullable
        Instant contributed;

        @Nullable
        Instant overduePart;

        @Nullable
        UnitId helper;

        UnitId lead = Article13Test.LEAD;
        String limitClass = "";

        @Nullable
        Instant overdueReceipt;

        @Nullable
        Instant overdueHandling;

        private static Instant endOf(Instant from, int workingDays) {
            java.time.LocalDate day =
                    from.atZone(org.shouwen.calendar.Limits.ZONE).toLocalDate();
            for (int n = 0; n < workingDays; ) {
                day = day.plusDays(1);
                if (TestRules.DAYS.isWorking(day)) n++;
            }
            return day.plusDays(1)
                    .atStartOfDay(org.shouwen.calendar.Limits.ZONE)
                    .toInstant();
        }

        void timePasses(Instant now) {
            if (dispatched == null || closed) return;
            if (reported != null) {
                lateBy(reported);
                return;
            }
            Instant receiveBy = endOf(dispatched, 1);
            if (received == null && !now.isBefore(receiveBy)) overdueReceipt = receiveBy;
            lateBy(now);
            int assist = switch (limitClass) {
                case "consultation" -> 2;
                case "ordinary" -> 4;
                default -> 8;
            };
            Instant partBy = endOf(dispatched, assist);
            if (helper != null && contributed == null && overduePart == null && !now.isBefore(partBy))
                overduePart = partBy;
        }

        /** A request for an extension that waits holds the mark back (ruling 6). */
        private void lateBy(Instant met) {
            int days = switch (limitClass) {
                case "consultation" -> 3;
                case "ordinary" -> 7;
                default -> 15;
            };
            Instant handleBy = endOf(java.util.Objects.requireNonNull(dispatched), days + extended);
            if (asked == 0 && overdueHandling == null && !met.isBefore(handleBy)) overdueHandling = handleBy;
        }

        void accepted(Command c, Party by, Instant now) {
            switch (c) {
                case Command.Dispatch d -> {
                    dispatched = now;
                    limitClass = d.limitClass();
                    helper = Article13Test.HELPER;
                }
                case Command.LeadOwn d -> {
                    dispatched = now;
                    received = now;
                    lead = ((Party.OfUnit) by).unit();
                    limitClass = d.limitClass();
                    helper = Article13Test.HELPER;
                }
                case Command.Join _ -> joined = true;
                case Command.Separate _ -> joined = false;
                case Command.AskExtension e -> asked = e.days();
                case Command.GrantExtension _ -> {
                    extended += asked;
                    asked = 0;
                }
                case Command.RefuseExtension _ -> asked = 0;
                case Command.AskReturn _ -> returnAsked = true;
                case Command.RefuseReturn _ -> returnAsked = false;
                case Command.GrantReturn g -> {
                    returns++;
                    dispatched = now;
                    received = null;
                    overdueReceipt = null;
                    overdueHandling = null;
                    overduePart = null;
                    contributed = null;
                    helper = null;
                    extended = 0;
                    asked = 0;
                    reworks = 0;
                    returnAsked = false;
                    lead = g.lead();
                    limitClass = g.limitClass();
                }
                case Command.Contribute _ -> contributed = contributed == null ? now : contributed;
                case Command.Receive _ -> received = now;
                case Command.ReportOutcome _ -> {
                    reported = now;
                    returnAsked = false;
                }
                case Command.SendBack _ -> {
                    reported = null;
                    reworks++;
                }
                case Command.Accept _ -> closed = true;
                case Command.Reclassify r -> {
                    limitClass = r.limitClass();
                    if (contributed == null && overduePart != null) overduePart = null; // under the new class's limit
                }
                default -> {}
            }
        }
    }

    @Property(tries = 4000)
    void accepted_events_keep_the_rulings_and_refused_ones_change_nothing(@ForAll("stories") List<Act> story) {
        WorkOrder order = new WorkOrder.Registered();
        List<Event> history = new ArrayList<>();
        List<Instant> times = new ArrayList<>();
        Oracle oracle = new Oracle();
        Instant now = TestClock.at("2026-09-29T15:00");
        for (Act act : story) {
            now = now.plus(Duration.ofHours(act.hoursLater()));
            WorkOrder before = order;
            Decision decision = WorkOrderLifecycle.act(order, at(act.command(), now), act.by(), now, TestRules.DANDONG);
            switch (decision) {
                case Decision.No no -> {
                    assertThat(no.refused().under()).isNotNull();
                    assertThat(order).isSameAs(before);
                }
                case Decision.Done done -> {
                    oracle.timePasses(now);
                    if (!(act.command() instanceof Command.Tick)) oracle.accepted(act.command(), act.by(), now);
                    oracle.timePasses(now);
                    for (Event e : done.events()) {
                        order = WorkOrderReplay.evolve(order, e, now);
                        history.add(e);
                        times.add(now);
                    }
                }
            }
            holds(order, oracle, decision);
        }
        WorkOrder replayed = new WorkOrder.Registered();
        for (int i = 0; i < history.size(); i++)
            replayed = WorkOrderReplay.evolve(replayed, history.get(i), times.get(i));
        assertThat(replayed).isEqualTo(order);
    }

    private static void holds(WorkOrder order, Oracle oracle, Decision decision) {
        assertThat(order instanceof WorkOrder.Joined).isEqualTo(oracle.joined);
        Assignment duty = order.dutyOrNull();
        assertThat(duty == null).isEqualTo(oracle.dispatched == null);
        if (duty == null || decision instanceof Decision.No) return;
        assertThat(duty.dispatchedAt()).isEqualTo(oracle.dispatched);
        assertThat(duty.receivedAt()).isEqualTo(oracle.received);
        assertThat(duty.reworks()).isEqualTo(oracle.reworks);
        assertThat(duty.limitClass()).isEqualTo(oracle.limitClass);
        assertThat(duty.receiptOverdue()).isEqualTo(oracle.overdueReceipt);
        assertThat(duty.handlingOverdue()).isEqualTo(oracle.overdueHandling);
        assertThat(duty.lead()).isEqualTo(oracle.lead);
        assertThat(duty.asked().daysExtended()).isEqualTo(oracle.extended).isLessThanOrEqualTo(15);
        assertThat(duty.asked().returns()).isEqualTo(oracle.returns).isLessThanOrEqualTo(2);
        assertThat(duty.asked().returning() != null).isEqualTo(oracle.returnAsked);
        assertThat(duty.asked().extension() != null).isEqualTo(oracle.asked > 0);
        for (Contribution part : duty.parts()) {
            assertThat(part.overdue()).isEqualTo(oracle.overduePart);
            assertThat(part.contributedAt()).isEqualTo(oracle.contributed);
        }
        assertThat(order instanceof WorkOrder.Closed).isEqualTo(oracle.closed);
        assertThat(order instanceof WorkOrder.Reported || order instanceof WorkOrder.Closed)
                .isEqualTo(oracle.reported != null);
    }

    /** Reports speak of their own moment. */
    private static Command at(Command c, Instant now) {
        if (c instanceof Command.AskExtension e)
            return new Command.AskExtension(e.days(), e.reason(), e.basis(), now, e.toldHow());
        return c instanceof Command.ReportOutcome(Report r, String without)
                ? new Command.ReportOutcome(
                        new Report(
                                r.leaderActed(),
                                r.investigation(),
                                r.resolution(),
                                r.appellantSaid(),
                                now,
                                r.answeredHow(),
                                r.done(),
                                r.policyAnswer(),
                                r.citation()),
                        without)
                : c;
    }

    @Provide
    Arbitrary<List<Act>> stories() {
        Arbitrary<Command> commands = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(
                        4,
                        Arbitraries.of("consultation", "ordinary", "difficult", "none")
                                .map(k -> new Command.Dispatch(Article13Test.LEAD, List.of(Article13Test.HELPER), k))),
                net.jqwik.api.Tuple.of(4, Arbitraries.just(new Command.Receive())),
                net.jqwik.api.Tuple.of(
                        4,
                        Arbitraries.of(true, false)
                                .map(done -> new Command.ReportOutcome(
                                        new Report("a", "b", "c", "d", null, "e", done, false, null),
                                        done ? "不必等" : ""))),
                net.jqwik.api.Tuple.of(
                        3,
                        Arbitraries.integers()
                                .between(0, 12)
                                .map(n -> new Command.AskExtension(n, "r", "b", Instant.EPOCH, "电话"))),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(new Command.GrantExtension(""))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Command.RefuseExtension("no"))),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.of(Article13Test.RULING, Article13Test.RULING.subList(0, 2))
                                .map(p -> new Command.AskReturn("不是我单位职责", "丹编办〔2026〕1号", p))),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.of(Article13Test.LEAD, Article13Test.HELPER, Article13Test.OTHER)
                                .map(u -> new Command.GrantReturn(u, "ordinary", ""))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Command.RefuseReturn("no"))),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.just(
                                new Command.ReportOutcome(new Report("", "b", "c", "d", null, "e", true, true, null)))),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(new Command.Accept(""))),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(new Command.SendBack("again"))),
                net.jqwik.api.Tuple.of(
                        2,
                        Arbitraries.of("consultation", "ordinary", "difficult")
                                .map(k -> new Command.Reclassify(k, "why"))),
                net.jqwik.api.Tuple.of(
                        1, Arbitraries.just(new Command.Assign(UUID.nameUUIDFromBytes(new byte[1]), null))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Command.Contribute("x"))),
                net.jqwik.api.Tuple.of(
                        1,
                        Arbitraries.of("consultation", "ordinary", "difficult")
                                .map(k -> new Command.LeadOwn(k, List.of(Article13Test.HELPER)))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Command.Join("20260901-000001"))),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(new Command.Separate("两件事"))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Command.Note("x"))),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(new Command.Remind("x"))),
                net.jqwik.api.Tuple.of(2, Arbitraries.just(new Command.Tick())));
        Arbitrary<Party> parties = Arbitraries.of(
                Article13Test.PLATFORM,
                Article13Test.PLATFORM,
                Article13Test.DESK,
                Article13Test.DESK,
                Article13Test.HELP,
                Article13Test.AGENT,
                new Party.Platform(Set.of(Role.BUREAU)),
                new Party.OfUnit(Article13Test.OTHER, Set.of(Role.UNIT_DESK)),
                new Party.OfUnit(new UnitId("foreign"), Set.of(Role.UNIT_DESK)),
                new Party.Appellant());
        Arbitrary<Integer> hours = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(0, 5)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(6, 300)));
        return Combinators.combine(commands, parties, hours)
                .as(Act::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(30);
    }
}
