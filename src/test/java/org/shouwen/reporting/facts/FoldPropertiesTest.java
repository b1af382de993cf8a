package org.shouwen.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.directory.UnitId;
import org.shouwen.workorder.Due;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.Report;

/** Of whatever happens to an order: parts make the whole, and what is counted falls on the day that its definition names. */
class FoldPropertiesTest {
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Heading HEADING = new Heading("20260302-000001", "livelihood", "heat-cold", "210603", "phone");
    private static final Due DUE = new Due(START.plus(Duration.ofDays(9)), false);
    private static final WorkingDays DAYS = new WorkingDays(List.of());
    private static final Terms TERMS = new Terms(60, 1, 1);

    private static Event.Dispatched to(String unit) {
        return new Event.Dispatched("e", "ordinary", new UnitId(unit), List.of(), DUE, DUE);
    }

    private static final List<Event> EVENTS = List.of(
            new Event.Received(false),
            new Event.ReceiptOverdue(START),
            new Event.HandlingOverdue(START),
            new Event.ReportedOutcome(new Report("a", "b", "c", "d", START, "e", true, false, null), ""),
            new Event.Accepted(""),
            new Event.SentBack("x"),
            new Event.Reopened("x", false),
            new Event.ExtensionAsked(3, "", "", START, ""),
            new Event.ExtensionRefused(""),
            new Event.ReturnAsked("", "", List.of()),
            new Event.ReturnGranted(new UnitId("heating"), "", to("housing"), ""),
            new Event.Redispatched(new UnitId("housing"), "", to("zhenxing")),
            new Event.Recalled(new UnitId("heating"), ""),
            to("heating"),
            new Event.Rated(true, false, ""));

    /** Stories of seeds 1 to 500; a failure names its seed. */
    private static void forAll(Consumer<List<OrderFold.Happening>> holds) {
        for (int seed = 1; seed <= 500; seed++) {
            List<OrderFold.Happening> story = story(new Random(seed));
            try {
                holds.accept(story);
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + story, e);
            }
        }
    }

    private static List<OrderFold.Happening> story(Random random) {
        List<OrderFold.Happening> all = new ArrayList<>();
        all.add(new OrderFold.Happening(
                new Event.Registered(HEADING.number(), new java.util.UUID(0, 1), "", null, false, List.of(), "", false),
                START));
        int length = random.nextInt(25);
        for (int i = 0; i < length; i++)
            all.add(new OrderFold.Happening(
                    EVENTS.get(random.nextInt(EVENTS.size())), START.plus(Duration.ofHours(7L * all.size()))));
        return all;
    }

    private static List<Fact> facts(List<OrderFold.Happening> history) {
        return OrderFold.of(history, HEADING, TERMS, DAYS, START.plus(Duration.ofDays(400)))
                .facts();
    }

    @Test
    void the_sums_of_every_dimension_are_the_same_and_what_goes_leaves_nothing() {
        forAll(history -> {
            DailySums sums = new DailySums();
            List<Fact> facts = facts(history);
            for (Fact f : facts) sums.add(f, 1);
            Map<Dimension, Long> whole = new EnumMap<>(Dimension.class);
            sums.moved().forEach((cell, four) -> whole.merge(cell.dimension(), (long) four[0], Long::sum));
            long cases =
                    facts.stream().mapToLong(f -> Long.bitCount(f.counted())).sum();
            for (Dimension d :
                    Dimension.values()) // no event of an order is one of an agent's telephone, and none comes in
            assertThat(whole.getOrDefault(d, 0L))
                        .isEqualTo(d == Dimension.AGENT || d == Dimension.CLASS_AND_PLACE ? 0 : cases);
            for (Fact f : facts) sums.add(f, -1);
            assertThat(sums.moved()).isEmpty();
        });
    }

    @Test
    void what_is_met_or_stays_is_counted_and_each_case_falls_on_the_day_of_its_basis() {
        forAll(history -> {
            List<LocalDate> days = history.stream()
                    .map(h -> h.at().atZone(Limits.ZONE).toLocalDate())
                    .toList();
            for (Fact f : facts(history)) {
                assertThat(f.met() & ~f.counted()).isZero();
                assertThat(f.adjusted() & ~f.counted()).isZero();
                assertThat(days).contains(f.day());
                if (f.counts(Counted.DISPATCH)) assertThat(f.day()).isEqualTo(days.getFirst());
            }
        });
    }

    @Test
    void nothing_is_counted_twice() {
        forAll(history -> {
            List<Fact> facts = facts(history);
            long turns = history.stream()
                    .filter(h -> h.event() instanceof Event.Dispatched
                            || h.event() instanceof Event.ReturnGranted
                            || h.event() instanceof Event.Redispatched)
                    .count();
            for (Counted once : List.of(Counted.DISPATCH, Counted.FIRST_DISPATCH))
                assertThat(facts.stream().filter(f -> f.counts(once)).count()).isLessThanOrEqualTo(1);
            for (Counted each : List.of(Counted.RECEIPT, Counted.HANDLING, Counted.ANSWER_DAYS))
                assertThat(facts.stream().filter(f -> f.counts(each)).count()).isLessThanOrEqualTo(turns);
        });
    }
}
