package org.shouwen.reporting.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.directory.UnitId;
import org.shouwen.workorder.Due;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.Report;

/** How reopening and a granted return move what is counted of an order (rulings 5, 8 and 43). */
class FoldStoriesTest {
    private static final Instant START = Instant.parse("2026-03-02T02:00:00Z");
    private static final Due DUE = new Due(START.plus(Duration.ofDays(9)), false);
    private static final Report REPORT = new Report("a", "b", "c", "d", START, "e", true, false, null);

    private static Event.Dispatched to(String unit) {
        return new Event.Dispatched("e", "ordinary", new UnitId(unit), List.of(), DUE, DUE);
    }

    /** Registered, dispatched to heating, and then what is said, an hour apart. */
    private static List<Fact> after(Event... events) {
        List<OrderFold.Happening> all = new ArrayList<>();
        all.add(new OrderFold.Happening(
                new Event.Registered("1", new UUID(0, 1), "", null, false, List.of(), "", false), START));
        all.add(new OrderFold.Happening(to("heating"), START.plus(Duration.ofHours(1))));
        for (Event e : events) all.add(new OrderFold.Happening(e, START.plus(Duration.ofHours(all.size()))));
        return OrderFold.of(
                        all,
                        new Heading("1", "", "", "", ""),
                        new Terms(60, 1, 1),
                        new WorkingDays(List.of()),
                        START.plus(Duration.ofDays(30)))
                .facts();
    }

    private static long count(List<Fact> facts, Counted as, String unit) {
        return facts.stream().filter(f -> f.counts(as) && f.unit().equals(unit)).count();
    }

    @Test
    void what_is_reopened_is_not_handled_until_it_is_closed_again() {
        List<Fact> closed =
                after(new Event.Received(false), new Event.ReportedOutcome(REPORT, ""), new Event.Accepted(""));
        assertThat(count(closed, Counted.HANDLING, "heating")).isOne();
        List<Fact> reopened = after(
                new Event.Received(false),
                new Event.ReportedOutcome(REPORT, ""),
                new Event.Accepted(""),
                new Event.Reopened("不实", false));
        assertThat(count(reopened, Counted.HANDLING, "heating")).isZero();
        assertThat(count(reopened, Counted.ANSWER_DAYS, "heating")).isZero();
        assertThat(count(reopened, Counted.REOPENED, "heating")).isOne();
        assertThat(count(reopened, Counted.REWORK, "heating")).isOne();
        assertThat(count(reopened, Counted.CLOSED, "heating"))
                .as("it was closed once")
                .isOne();
    }

    @Test
    void a_granted_return_leaves_the_raw_lateness_and_no_adjusted_one() {
        List<Fact> facts = after(
                new Event.ReceiptOverdue(START),
                new Event.Received(true),
                new Event.ReturnAsked("", "", List.of()),
                new Event.ReturnGranted(new UnitId("heating"), "", to("housing"), ""),
                new Event.Received(false));
        Fact heating = facts.stream()
                .filter(f -> f.counts(Counted.RECEIPT) && f.unit().equals("heating"))
                .findFirst()
                .orElseThrow();
        assertThat(heating.meets(Counted.RECEIPT)).isFalse();
        assertThat(heating.stays(Counted.RECEIPT)).isFalse();
        assertThat(count(facts, Counted.RECEIPT, "housing")).isOne();
        assertThat(count(facts, Counted.HANDLING, "heating"))
                .as("not decided when it left")
                .isZero();
    }

    @Test
    void an_order_whose_registration_was_taken_away_is_no_case_and_stops_nobody() {
        List<OrderFold.Happening> rest = List.of(
                new OrderFold.Happening(to("heating"), START), new OrderFold.Happening(new Event.Noted("x"), START));
        for (List<OrderFold.Happening> history : List.of(rest, rest.subList(1, 2)))
            assertThat(OrderFold.of(
                                    history,
                                    new Heading("1", "", "", "", ""),
                                    new Terms(60, 1, 1),
                                    new WorkingDays(List.of()),
                                    START.plus(Duration.ofDays(30)))
                            .facts())
                    .isEmpty();
    }
}
