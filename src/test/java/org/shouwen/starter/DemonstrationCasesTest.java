package org.shouwen.starter;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Timestamp;
import java.time.InstantSource;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestDatabase;
import org.shouwen.history.VerificationProbe;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** Whoever starts the demonstration finds something to try of callbacks, reviews and measures, and units in time. */
@ShouwenTest
@TestPropertySource(properties = {TestDatabase.FROM_NOTHING + "=true", TestDatabase.WITH_CASES + "=true"})
class DemonstrationCasesTest {
    @LocalServerPort
    int port;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    InstantSource clock;

    @Autowired
    VerificationProbe verification;

    private int count(String sql) {
        return jdbc.sql(sql).query(Integer.class).single();
    }

    @Test
    void callbacks_a_review_and_measures_wait_and_not_every_unit_is_late() throws Exception {
        ScreenClient supervisor = ScreenClient.as(port, "supervisor");
        ScreenClient agent = ScreenClient.as(port, "agent");
        assertThat(count("select count(*) from supervision.callback where state = 'WAITING'"))
                .isGreaterThanOrEqualTo(5);
        assertThat(supervisor.get("/callbacks").body()).contains("href=\"/callbacks/");
        assertThat(agent.get("/given-callbacks").body()).contains("href=\"/given-callbacks/");
        assertThat(ScreenClient.as(port, "dispatcher")
                        .get("/desk/appeals?tab=reviews")
                        .body())
                .contains("单元门口堵了");

        String nuisances = supervisor.get("/nuisances").body();
        assertThat(nuisances).contains("均无具体事项");
        assertThat(nuisances).as("a number that nobody has proposed yet").contains("138****0091");

        List<String> inTime = jdbc.sql("""
                select distinct lead_unit from workorder.work_order
                where state in ('AWAITING_RECEIPT', 'IN_HAND', 'REPORTED') and handle_by > :now and (received_at is not null or receive_by > :now)
                """)
                .param("now", Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
        assertThat(inTime).hasSizeGreaterThanOrEqualTo(3);
        assertThat(verification.findings()).isEmpty();
    }
}
