package org.shouwen.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accountability.Accountability;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Clause;
import org.shouwen.supervision.Supervision;
import org.shouwen.supervision.Supervisions;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever reads waits for nobody who writes, and nobody who writes waits for whoever reads. */
@ShouwenTest
class ReadingLocksNothingTest {
    private static final CurrentUser DESK = new CurrentUser(
            UUID.randomUUID(), "派单", "派单", null, null, Set.of(Role.DISPATCHER, Role.SUPERVISOR, Role.BUREAU));
    private static final long SECONDS = 20;

    @LocalServerPort
    int port;

    @Autowired
    Handovers handovers;

    @Autowired
    Supervisions supervisions;

    @Autowired
    Accountability accountability;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private final ExecutorService other = Executors.newSingleThreadExecutor();
    private String order = "";
    private String handover = "";

    @BeforeEach
    void something_handed_over() {
        clock.set("2026-11-23T10:00");
        order = jdbc.sql("select number from workorder.work_order where state = 'IN_HAND' and lead_unit = 'heating'"
                        + " limit 1")
                .query(String.class)
                .single();
        handover = handovers
                .handOver(order, Handover.Kind.PETITION, Clause.A18_1, "市信访局", "涉法涉诉", 5, DESK)
                .number();
    }

    @AfterEach
    void done() {
        other.shutdownNow();
    }

    private <T> T meanwhile(Callable<T> asked) throws Exception {
        return CompletableFuture.supplyAsync(
                        () -> {
                            try {
                                return asked.call();
                            } catch (Exception e) {
                                throw new IllegalStateException(e);
                            }
                        },
                        other)
                .get(SECONDS, TimeUnit.SECONDS);
    }

    @Test
    void a_handover_is_read_while_its_row_is_being_written_and_answered_while_it_is_being_read() throws Exception {
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("select id from coordination.handover where number = :n for update")
                    .param("n", handover)
                    .query(UUID.class)
                    .single();
            Handover read = now(() -> handovers.get(handover, DESK));
            assertThat(read.answeredAt()).isNull();
        });
        transaction.executeWithoutResult(_ -> {
            assertThat(handovers.get(handover, DESK).answeredAt()).isNull();
            assertThat(now(() -> handovers.answer(handover, "已受理", DESK)).answeredAt())
                    .isNotNull();
        });
    }

    private <T> T now(Callable<T> asked) {
        try {
            return meanwhile(asked);
        } catch (Exception e) {
            throw new AssertionError("it waits", e);
        }
    }

    /** Under such a lock everything can be read, and no row can be held. */
    @Test
    void no_page_holds_the_rows_that_it_shows() throws Exception {
        String supervision = supervisions
                .issue(order, Supervision.Level.FIRST, Supervision.How.PHONE, "请尽快", DESK)
                .number();
        String breach = accountability
                .open("heating", "", Clause.A22_2, order, "应办不办", DESK)
                .number();
        ScreenClient dispatcher = ScreenClient.as(port, "dispatcher");
        ScreenClient bureau = ScreenClient.as(port, "bureau");
        ScreenClient unit = ScreenClient.as(port, "heating");
        transaction.executeWithoutResult(_ -> {
            jdbc.sql("""
                lock table workorder.work_order, workorder.matter, intake.appeal, coordination.handover,
                    supervision.supervision, supervision.trigger, supervision.callback, accountability.breach,
                    nuisance.ruling, messages.outbox, papers.paper, filing.filed, roster.shift,
                    directory.unit, calendar.year, regulation.adoption in exclusive mode
                """).update();
            for (String page : List.of(
                    "/orders/" + order,
                    "/appeals/" + order,
                    "/handovers",
                    "/handovers/" + handover + "/document",
                    "/supervisions",
                    "/supervisions/" + supervision,
                    "/callbacks",
                    "/nuisances",
                    "/desk/appeals",
                    "/desk/appeals?tab=reviews",
                    "/desk/dispatch",
                    "/desk/reports",
                    "/desk/requests",
                    "/desk/alarms",
                    "/desk/undelivered",
                    "/supervision")) opens(dispatcher, page);
            for (String page :
                    List.of("/breaches", "/breaches/" + breach, "/board", "/filings", "/roster", "/editions"))
                opens(bureau, page);
            for (String page : List.of("/unit/inbox", "/unit/intake", "/orders/" + order, "/supervisions"))
                opens(unit, page);
        });
    }

    private void opens(ScreenClient client, String page) {
        assertThat(now(() -> client.get(page)).statusCode()).as(page).isEqualTo(200);
    }
}
