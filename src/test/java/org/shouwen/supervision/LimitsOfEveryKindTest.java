package org.shouwen.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.Cases;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.CalendarStart;
import org.shouwen.calendar.LimitHolder;
import org.shouwen.calendar.Moved;
import org.shouwen.calendar.SpecialDay;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.YearCalendar;
import org.shouwen.handover.Handover;
import org.shouwen.handover.Handovers;
import org.shouwen.history.ByHand;
import org.shouwen.history.VerificationProbe;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision.How;
import org.shouwen.supervision.Supervision.Level;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Ruling 2: a calendar that is loaded or corrected moves every open limit, of every kind and module, and says which. */
@ShouwenTest
@Import(CalendarStart.class)
class LimitsOfEveryKindTest {
    private static final CurrentUser SUPERVISOR = People.SUPERVISOR;
    private static final CurrentUser LEADER = People.person("l", "heating", Role.UNIT_LEADER);

    /** What is stored under the name of a limit and is none in working days, and why. */
    private static final Map<String, String> NO_WORKING_DAYS = Map.ofEntries(
            Map.entry("nuisance.ruling.until", "a day of the calendar that three persons rule (Art. 20)"),
            Map.entry("throttle.failure.until", "when the next try is allowed: minutes"),
            Map.entry("knowledge.article_version.review_by", "calendar days from publication or review"),
            Map.entry("knowledge.flaw.due", "ten calendar days from the report"),
            Map.entry("messages.staff_notice.due", "what a notice said when it was written; the order has the limit"),
            Map.entry("workorder.legs.receive_by", "a view of orders, whose own limits move"),
            Map.entry("workorder.legs.handle_by", "a view of orders, whose own limits move"),
            Map.entry("workorder.past_leg.receive_by", "a turn that is over: its limit is what was missed or kept"),
            Map.entry("workorder.past_leg.handle_by", "a turn that is over: its limit is what was missed or kept"),
            Map.entry("exchange.partner.lease_until", "how long a node may send before another does: minutes"),
            Map.entry("events.cursor.lease_until", "how long a node may send before another does: minutes"),
            Map.entry(
                    "search.meaning_due.taken_until",
                    "how long a node may work on a vector before another does: a minute"),
            Map.entry("inbound.media.due", "when a picture of WeChat is fetched next: minutes"),
            Map.entry("inbound.media.until", "how long WeChat keeps a picture: three days of the clock"),
            Map.entry("knowledge.reminder.due", "the day of what was reminded of, as it was then"));

    @Autowired
    TestClock clock;

    @Autowired
    Cases cases;

    @Autowired
    WorkOrders orders;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Issuing issuing;

    @Autowired
    Handovers handovers;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    List<LimitHolder> holders;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    SupervisionLimitStore limits;

    @Autowired
    CalendarStart start;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    VerificationProbe verification;

    @BeforeEach
    void december() {
        clock.set("2026-12-28T10:00");
        if (calendar.years().getLast().year() == 2027)
            byHand.asBefore("delete from calendar.special_day where year = 2027");
        byHand.asBefore("delete from calendar.year where year = 2027");
        jdbc.sql("update calendar.revision set revision = revision + 1").update();
        calendar.load(calendar.year(2026).orElseThrow(), SUPERVISOR.actor());
    }

    @AfterEach
    void all_stands_as_the_journal_wrote_it() {
        assertThat(verification.findings()).isEmpty();
    }

    /** A new column for a limit fails here until a holder moves it, or it is said why none has to. */
    @Test
    void each_column_that_holds_a_limit_has_somebody_who_moves_it() {
        Set<String> columns = new TreeSet<>(jdbc.sql("""
                        select table_schema || '.' || table_name || '.' || column_name
                        from information_schema.columns
                        where table_schema not in ('pg_catalog', 'information_schema', 'flyway', 'jobs')
                          and ((data_type in ('date', 'timestamp with time zone')
                                and column_name ~ '(^|_)(by|due|until|deadline|limit|expires|review_on|answer_within)($|_)')
                               or (data_type = 'boolean' and column_name ~ 'provisional'))
                          and table_name <> 'facts'
                        """).query(String.class).list());
        Set<String> held = new TreeSet<>();
        for (LimitHolder h : holders) held.addAll(h.columns());
        assertThat(columns).isNotEmpty();
        columns.removeAll(held);
        assertThat(columns).as("limits that no calendar moves").isEqualTo(new TreeSet<>(NO_WORKING_DAYS.keySet()));
        for (String column : held) {
            String[] name = column.split("\\.");
            assertThat(jdbc.sql("""
                            select count(*) from information_schema.columns
                            where table_schema = :schema and table_name = :table and column_name = :column
                            """)
                            .param("schema", name[0])
                            .param("table", name[1])
                            .param("column", name[2])
                            .query(Integer.class)
                            .single())
                    .as("%s is still there", column)
                    .isOne();
        }
    }

    @Test
    void a_notice_moves_orders_parts_supervisions_and_handovers_and_says_which() {
        String order = dispatched("housing");
        Supervision first = supervisions.issue(order, Level.FIRST, How.PHONE, "请立即处理", SUPERVISOR);
        String other = dispatched();
        Supervision done = supervisions.issue(other, Level.FIRST, How.PHONE, "请说明", SUPERVISOR);
        supervisions.answer(done.number(), "已处理", null, SUPERVISOR);
        Supervision second = supervisions.issue(other, Level.SECOND, How.DOCUMENT, "仍未解决", SUPERVISOR);
        Handover petition =
                handovers.handOver(order, Handover.Kind.PETITION, Clause.A18_1, "市信访局", "历史遗留", 3, People.DISPATCHER);
        Handover special =
                handovers.handOver(order, Handover.Kind.SPECIAL_REPORT, Clause.A19, "分管市领导", "难以协调", 7, LEADER);
        assertThat(second.provisional() && petition.provisional() && special.provisional())
                .isTrue();
        assertThat(petition.due())
                .as("1 January is no working day, notice or not")
                .isEqualTo(TestClock.at("2027-01-01T00:00"));
        assertThat(calendar.provisional())
                .as(
                        "one alarm for all kinds: 2 orders, 2 supervisions, 2 handovers, and what the starter city has open")
                .singleElement()
                .satisfies(p -> {
                    assertThat(p.year()).isEqualTo(2027);
                    assertThat(p.orders()).isGreaterThanOrEqualTo(6);
                });

        YearCalendar notice = notice();
        List<Moved> preview = calendar.preview(notice);
        List<Moved> moved = calendar.load(notice, SUPERVISOR.actor());
        assertThat(moved).as("as it was announced").isEqualTo(preview);

        // 29, 30 December worked, 31 off; 1 to 3 January off: the second working day is the 30th, the third 4 January
        assertThat(moved)
                .contains(
                        new Moved(
                                "supervision",
                                first.number(),
                                "first",
                                "heating",
                                TestClock.at("2026-12-31T00:00"),
                                TestClock.at("2026-12-31T00:00"),
                                false),
                        new Moved(
                                "handover",
                                petition.number(),
                                "petition",
                                "",
                                TestClock.at("2027-01-01T00:00"),
                                TestClock.at("2027-01-05T00:00"),
                                false),
                        new Moved(
                                "supervision",
                                second.number(),
                                "second",
                                "heating",
                                second.due(),
                                TestClock.at("2027-01-07T00:00"),
                                false),
                        new Moved(
                                "handover",
                                special.number(),
                                "special-report",
                                "heating",
                                special.due(),
                                TestClock.at("2027-01-09T00:00"),
                                false));
        assertThat(moved.stream().filter(m -> m.number().equals(order)).map(Moved::limit))
                .containsExactly("receipt", "handling", "part");
        assertThat(moved.stream().filter(m -> m.kind().equals("supervision")).map(Moved::number))
                .as("what is answered stays")
                .contains(first.number(), second.number())
                .doesNotContain(done.number());
        assertThat(supervisions.get(second.number(), SUPERVISOR).due()).isEqualTo(TestClock.at("2027-01-07T00:00"));
        assertThat(calendar.provisional()).isEmpty();
        assertThat(calendar.load(notice, SUPERVISOR.actor()))
                .as("the same again")
                .isEmpty();
        assertThat(provisionalRows()).as("nothing open is provisional any more").isZero();
    }

    @Test
    void escalation_reads_the_limit_that_moved() {
        clock.set("2026-12-29T10:00");
        String order = dispatched();
        Supervision first = supervisions.issue(order, Level.FIRST, How.PHONE, "请立即处理", SUPERVISOR);
        assertThat(first.due()).isEqualTo(TestClock.at("2027-01-01T00:00"));
        assertThat(first.provisional()).isTrue();
        calendar.load(notice(), SUPERVISOR.actor());
        clock.set("2027-01-04T23:59");
        supervisions.escalate();
        assertThat(supervisions.ofOrder(first.order()))
                .as("the 31st became a holiday, so the second working day is 4 January")
                .singleElement()
                .satisfies(s -> assertThat(s.due()).isEqualTo(TestClock.at("2027-01-05T00:00")));
        clock.set("2027-01-05T00:00");
        supervisions.escalate();
        List<Supervision> both = supervisions.ofOrder(first.order());
        assertThat(both).hasSize(2);
        Supervision escalated = both.getFirst();
        List<Moved> moved = calendar.load(corrected(), true, SUPERVISOR.actor());
        assertThat(moved.stream().map(Moved::number))
                .as("what has escalated keeps the limit that it missed, what came of it moves")
                .doesNotContain(escalated.number())
                .contains(both.getLast().number());
    }

    @Test
    void a_notice_of_two_years_loads_in_one_go_and_changes_december() {
        calendar.load(notice(), SUPERVISOR.actor());
        assertThat(calendar.current().isWorking(LocalDate.of(2026, 12, 26))).isTrue();
        assertThat(calendar.current().isWorking(LocalDate.of(2026, 12, 31))).isFalse();
        assertThat(calendar.year(2026).orElseThrow().days())
                .as("the notice for 2026 stays whole")
                .hasSize(39);
        calendar.load(calendar.year(2026).orElseThrow(), SUPERVISOR.actor());
        assertThat(calendar.current().isWorking(LocalDate.of(2026, 12, 26)))
                .as("and loading it again takes nothing from the one for 2027")
                .isTrue();
    }

    @Test
    void a_part_of_a_year_does_not_replace_it_without_a_second_word() {
        calendar.load(notice(), SUPERVISOR.actor());
        YearCalendar part =
                new YearCalendar(2027, "更正", List.of(new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦")));
        assertThat(calendar.dropped(part))
                .containsExactly(
                        LocalDate.of(2026, 12, 26),
                        LocalDate.of(2026, 12, 31),
                        LocalDate.of(2027, 1, 2),
                        LocalDate.of(2027, 1, 3));
        assertThatThrownBy(() -> calendar.load(part, SUPERVISOR.actor()))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        e -> assertThat(e.fields().getFirst().field()).isEqualTo("dropDays"));
        assertThat(calendar.year(2027).orElseThrow().days()).hasSize(5);
        calendar.load(part, true, SUPERVISOR.actor());
        assertThat(calendar.year(2027).orElseThrow().days()).hasSize(1);
        assertThat(calendar.current().isWorking(LocalDate.of(2026, 12, 31))).isTrue();
    }

    /** Seen before: after a notice for 2027 a supervision stayed due on 1 January, and escalation read that date. */
    @Test
    void a_start_sets_right_what_an_earlier_program_left_behind() {
        clock.set("2026-12-30T10:00");
        String order = dispatched();
        Supervision first = supervisions.issue(order, Level.FIRST, How.PHONE, "请立即处理", SUPERVISOR);
        Supervision left = first.limitMoved(TestClock.at("2027-01-02T00:00"), true);
        calendar.load(notice(), true, SUPERVISOR.actor());
        transaction.executeWithoutResult(_ -> {
            limits.setLimit(left);
            issuing.record(left, SUPERVISOR.actor(), "Issued");
        });
        start.afterUpgrade();
        assertThat(supervisions.ofOrder(first.order()))
                .as("two working days counted with weekends only: with the notice they end on 5 January")
                .singleElement()
                .satisfies(s -> {
                    assertThat(s.due()).isEqualTo(TestClock.at("2027-01-06T00:00"));
                    assertThat(s.provisional()).isFalse();
                });
        start.afterUpgrade();
        assertThat(supervisions.ofOrder(first.order()).getFirst().due())
                .as("a second time nothing moves")
                .isEqualTo(TestClock.at("2027-01-06T00:00"));
    }

    private int provisionalRows() {
        return jdbc.sql("""
                        select (select count(*) from supervision.supervision
                                where provisional and answered_at is null and escalated_at is null)
                             + (select count(*) from coordination.handover where provisional and answered_at is null)
                             + (select count(*) from workorder.work_order
                                where state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED')
                                  and (handle_provisional or state = 'AWAITING_RECEIPT' and receive_provisional))
                        """).query(Integer.class).single();
    }

    private static YearCalendar notice() {
        return new YearCalendar(2027, "试件", days());
    }

    private static List<SpecialDay> days() {
        return List.of(
                new SpecialDay(LocalDate.of(2026, 12, 26), true, "元旦"),
                new SpecialDay(LocalDate.of(2026, 12, 31), false, "元旦"),
                new SpecialDay(LocalDate.of(2027, 1, 1), false, "元旦"),
                new SpecialDay(LocalDate.of(2027, 1, 2), false, "元旦"),
                new SpecialDay(LocalDate.of(2027, 1, 3), false, "元旦"));
    }

    private static YearCalendar corrected() {
        List<SpecialDay> days = new ArrayList<>(days());
        days.add(new SpecialDay(LocalDate.of(2027, 1, 7), false, "临时放假"));
        return new YearCalendar(2027, "试件更正", days);
    }

    private String dispatched(String... assisting) {
        return cases.aCase().dispatchedTo("heating", assisting).number();
    }
}
