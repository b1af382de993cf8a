package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.attachments.PaperRef;
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
        int refusals;
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
                case Command.RefuseReturn _ -> {
                    returnAsked = false;
                    refusals++;
                }
                case Command.GrantReturn g -> {
                    returns++;
                    refusals = 0;
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

    private static final int STORIES = 4000;

    @Test
    void accepted_events_keep_the_rulings_and_refused_ones_change_nothing() {
        for (long seed = 1; seed <= STORIES; seed++) {
            List<Act> story = story(new Random(seed));
            try {
                holds(story);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed %d, after %s".formatted(seed, shortest(story)), e);
            }
        }
    }

    /** The beginning of a story with which the fault shows. */
    private static List<Act> shortest(List<Act> story) {
        for (int n = 1; n < story.size(); n++) {
            try {
                holds(story.subList(0, n));
            } catch (AssertionError | RuntimeException e) {
                return story.subList(0, n);
            }
        }
        return story;
    }

    private static void holds(List<Act> story) {
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
        assertThat(duty.asked().refusals()).isEqualTo(oracle.refusals).isLessThanOrEqualTo(2);
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

    /** One of the values, each as likely as it is often named. */
    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    private static List<Act> story(Random random) {
        List<Act> story = new ArrayList<>();
        for (int n = 1 + random.nextInt(30); n > 0; n--) {
            int hours = random.nextInt(4) < 3 ? random.nextInt(6) : 6 + random.nextInt(295);
            story.add(new Act(COMMANDS.get(random.nextInt(COMMANDS.size())).apply(random), party(random), hours));
        }
        return story;
    }

    private static Party party(Random random) {
        return one(
                random,
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
    }

    /** Each as often as it is to come. */
    private static final List<Function<Random, Command>> COMMANDS = commands();

    private static List<Function<Random, Command>> commands() {
        List<Function<Random, Command>> all = new ArrayList<>();
        often(
                all,
                4,
                r -> new Command.Dispatch(Article13Test.LEAD, List.of(Article13Test.HELPER), limitClass(r, true)));
        often(all, 4, _ -> new Command.Receive());
        often(all, 4, r -> {
            boolean done = r.nextBoolean();
            Report report = new Report("a", "b", "c", "d", null, "e", done, false, null);
            return new Command.ReportOutcome(report, done ? "不必等" : "");
        });
        often(all, 3, r -> new Command.AskExtension(r.nextInt(13), "r", "b", Instant.EPOCH, "电话"));
        often(all, 2, _ -> new Command.GrantExtension(""));
        often(all, 1, _ -> new Command.RefuseExtension("no"));
        often(all, 2, r -> {
            List<PaperRef> papers = r.nextBoolean() ? Article13Test.RULING : Article13Test.RULING.subList(0, 2);
            return new Command.AskReturn("不是我单位职责", "丹编办〔2026〕1号", papers);
        });
        often(all, 2, r -> {
            UnitId to = one(r, Article13Test.LEAD, Article13Test.HELPER, Article13Test.OTHER);
            return new Command.GrantReturn(to, "ordinary", "");
        });
        often(all, 1, _ -> new Command.RefuseReturn("no"));
        often(all, 1, _ -> new Command.ReportOutcome(new Report("", "b", "c", "d", null, "e", true, true, null)));
        often(all, 2, _ -> new Command.Accept(""));
        often(all, 2, _ -> new Command.SendBack("again"));
        often(all, 2, r -> new Command.Reclassify(limitClass(r, false), "why"));
        often(all, 1, _ -> new Command.Assign(UUID.nameUUIDFromBytes(new byte[1]), null));
        often(all, 1, _ -> new Command.Contribute("x"));
        often(all, 1, r -> new Command.LeadOwn(limitClass(r, false), List.of(Article13Test.HELPER)));
        often(all, 1, _ -> new Command.Join("20260901-000001"));
        often(all, 2, _ -> new Command.Separate("两件事"));
        often(all, 1, _ -> new Command.Note("x"));
        often(all, 1, _ -> new Command.Remind("x"));
        often(all, 2, _ -> new Command.Tick());
        return all;
    }

    private static void often(List<Function<Random, Command>> all, int times, Function<Random, Command> command) {
        for (int i = 0; i < times; i++) all.add(command);
    }

    private static String limitClass(Random random, boolean orNone) {
        return orNone
                ? one(random, "consultation", "ordinary", "difficult", "none")
                : one(random, "consultation", "ordinary", "difficult");
    }
}
