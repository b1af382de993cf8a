package org.shouwen.reporting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.UnitId;
import org.shouwen.workorder.Tab;
import org.shouwen.workorder.UnitInbox;
import org.shouwen.workorder.WorkOrderBoard;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** With years of closed orders behind them, boards and queues read what is open or recent, and not every order. */
@ShouwenTest
class BoardPlansTest {
    private static final Period PERIOD = new Period(LocalDate.of(2026, 10, 25), LocalDate.of(2026, 11, 23));
    private static final CurrentUser DESK = new CurrentUser(
            UUID.randomUUID(), "派单员甲", "派单员甲", null, null, Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU));

    private static final CurrentUser UNIT =
            new CurrentUser(UUID.randomUUID(), "张三", "张三", "heating", UUID.randomUUID(), Set.of(Role.UNIT_OFFICER));

    @Autowired
    Figures figures;

    @Autowired
    UnitFlows flows;

    @Autowired
    WorkOrderBoard board;

    @Autowired
    UnitInbox inbox;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("ownerDataSource")
    DataSource owner;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    @BeforeEach
    void years_of_orders() {
        clock.set("2026-11-23T10:00");
        if (jdbc.sql("select count(*) from workorder.work_order")
                        .query(Long.class)
                        .single()
                > 60_000) return;
        jdbc.sql("""
            insert into workorder.work_order (id, number, appeal, registered_at, state, edition, limit_class,
                lead_unit, dispatched_at, receive_by, handle_by, received_at, reported_at, closed_at, version, head)
            select gen_random_uuid(), 'PLAN-' || i, gen_random_uuid(), t, 'CLOSED', '2024', 'ordinary',
                'heating', t, t + interval '1 day', t + interval '7 days', t, t, t, 1, ''
            from generate_series(1, 60000) i,
                lateral (select timestamptz '2026-11-23 09:00+08' - i * interval '15 minutes' as t) x
            """).update();
        jdbc.sql("""
            insert into workorder.matter (order_id, title, content, kind, location, happened_at)
            select id, '标题', '内容', 'livelihood', '', '' from workorder.work_order where number like 'PLAN-%'
            """).update();
        // the application's role may not: it would be told so by a warning, and the planner would know nothing
        JdbcClient.create(owner).sql("analyze workorder.work_order").update();
        JdbcClient.create(owner).sql("analyze workorder.matter").update();
    }

    @Test
    void the_board_reads_no_order_that_it_does_not_count() {
        Map<String, Runnable> asked = Map.of(
                "open orders of each unit", () -> figures.now(figures.byUnit()),
                "received in time",
                        () -> assertThat(figures.receivedInTime(PERIOD).cases()).isGreaterThan(2_000),
                "handled in time",
                        () -> assertThat(figures.handledInTime(PERIOD).cases()).isGreaterThan(2_000),
                "what came to each unit and what it closed in a week",
                        () -> assertThat(flows.since(clock.instant().minus(Duration.ofDays(7))))
                                .anySatisfy(f -> assertThat(f.closed())
                                        .isEqualTo(f.came())
                                        .isGreaterThan(600)));
        asked.forEach(this::readsByIndex);
    }

    @Test
    void nor_do_the_queues() {
        Map<String, Runnable> asked = Map.of(
                "to dispatch", () -> board.toDispatch(DESK, null, 50),
                "longest to dispatch", () -> board.longestToDispatch(DESK),
                "to decide", () -> board.toDecide(DESK, null, 50),
                "requests", () -> board.requests(DESK, null, 50),
                "alarms", () -> board.alarms(DESK, null, 50),
                "late", () -> board.late(null, DESK, null, 50),
                "late of a unit", () -> board.late(new UnitId("heating"), DESK, null, 50),
                "all, newest first", () -> board.list(DESK, null, null, 50));
        asked.forEach(this::readsByIndex);
    }

    @Test
    void nor_does_a_unit_s_inbox() {
        Map<String, Runnable> asked = Map.of(
                "closed by a unit", () -> inbox.of(UNIT, Tab.CLOSED, null, 50),
                "mine", () -> inbox.of(UNIT, Tab.MINE, null, 50),
                "counters of all tabs", () -> inbox.counts(UNIT));
        asked.forEach(this::readsByIndex);
    }

    /** The database counts within a transaction which tables it reads from end to end. */
    private void readsByIndex(String what, Runnable asks) {
        transaction.executeWithoutResult(_ -> {
            long before = scans();
            asks.run();
            assertThat(scans() - before).as("whole tables read for: " + what).isZero();
        });
    }

    private long scans() {
        return jdbc.sql("""
            select sum(pg_stat_get_xact_numscans(c.oid)) from pg_class c
            where c.oid in ('workorder.work_order'::regclass, 'workorder.matter'::regclass)
            """).query(Long.class).single();
    }
}
