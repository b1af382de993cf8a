package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ApiClient;
import org.shouwen.Case;
import org.shouwen.Cases;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.Accounts;
import org.shouwen.jobs.Job;
import org.shouwen.problems.ChangedOutside;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ruling 11: what somebody changed by SQL is named as people know it, opens nothing, and no act makes it history. */
@ShouwenTest
class ChangedPastTheProductTest {
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{8}-[0-9a-f]{4}-");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Autowired
    History history;

    @Autowired
    Cases cases;

    @Autowired
    Accounts accounts;

    @Autowired
    List<Job> jobs;

    @Autowired
    TestClock clock;

    @LocalServerPort
    int port;

    @BeforeEach
    void time() {
        clock.set("2026-09-30T10:00");
    }

    private void findsOnly(String... parts) {
        assertThat(verification.findings())
                .isNotEmpty()
                .allSatisfy(f -> assertThat(f).contains(parts).doesNotContainPattern(KEY));
    }

    private void findsNothing() {
        assertThat(verification.findings()).isEmpty();
    }

    private long alarms(String about) {
        return history.ofKind(HeldRowAlarms.KIND, java.time.Instant.EPOCH, 100).stream()
                .filter(a -> a.body().contains(about))
                .count();
    }

    @Test
    void a_role_given_by_sql_opens_nothing_to_a_person_or_a_program() throws Exception {
        ApiClient program = ApiClient.of(port, accounts, "made-admin", Role.AGENT, null);
        assertThat(program.get("/api/v1/appeals").status()).isEqualTo(200);
        for (String login : List.of("mayor", "api:made-admin"))
            byHand.past("update accounts.account set roles = roles || '{SUPERVISOR}' where login = ?", login);
        try {
            assertThat(program.get("/api/v1/appeals").status()).isEqualTo(401);
            ScreenClient mayor = ScreenClient.nobody(port);
            assertThat(signedIn(mayor, "mayor")).endsWith("/sign-in?changed");
            assertThat(mayor.get("/sign-in?changed").body()).contains("有人绕过系统直接改动了数据库");
            assertThat(signedIn(ScreenClient.nobody(port), "mayor")).endsWith("/sign-in?changed");
            assertThat(alarms("\"name\":\"mayor\""))
                    .as("one alarm for one change")
                    .isOne();
            assertThat(verification.findings())
                    .anyMatch(f -> f.contains("accounts.account mayor"))
                    .anyMatch(f -> f.contains("accounts.account api:made-admin"));
        } finally {
            byHand.past("update accounts.account set roles = array_remove(roles, 'SUPERVISOR')"
                    + " where login in ('mayor', 'api:made-admin')");
        }
        assertThat(signedIn(ScreenClient.nobody(port), "mayor")).endsWith("/home");
        assertThat(program.get("/api/v1/appeals").status()).isEqualTo(200);
        findsNothing();
    }

    private static String signedIn(ScreenClient browser, String login) throws Exception {
        return browser.post("/sign-in", java.util.Map.of("username", login, "password", "shouwen-demo"))
                .headers()
                .firstValue("Location")
                .orElse("");
    }

    @Test
    void an_order_that_was_changed_is_not_acted_upon_by_a_person() throws Exception {
        Case order = cases.aCase().dispatchedTo("heating");
        byHand.past(
                "update workorder.work_order set handle_by = handle_by + interval '30 days' where number = ?",
                order.number());
        ApiClient heating = ApiClient.of(port, accounts, "changed-heating", Role.UNIT_DESK, "heating");
        ApiClient.Answer refused = heating.post("/api/v1/work-orders/" + order.number() + "/receipts", "{}");
        assertThat(refused.status())
                .as("whoever acts for a unit can not write the alarm themselves: %s", refused.body())
                .isEqualTo(409);
        assertThat(alarms(order.number())).isOne();
        assertThatThrownBy(order::received).isInstanceOf(ChangedOutside.class);
        assertThat(alarms(order.number())).as("one alarm for one change").isOne();
        findsOnly(order.number(), "handle_by", "its history says");
        byHand.past(
                "update workorder.work_order set handle_by = handle_by - interval '30 days' where number = ?",
                order.number());
        order.received().reported().closed();
        findsNothing();
    }

    @Test
    void a_limit_moved_by_sql_makes_no_order_late() {
        Case order = cases.aCase().dispatchedTo("heating");
        Case other = cases.aCase().dispatchedTo("housing");
        byHand.past(
                "update workorder.work_order set receive_by = timestamptz '2026-09-30 09:00+08' where number = ?",
                order.number());
        jobs.stream().filter(j -> j.name().equals("workorder-overdue")).forEach(Job::run);
        assertThat(marked(order)).isFalse();
        findsOnly(order.number(), "receive_by");
        assertThat(alarms(order.number())).isOne();
        clock.set("2026-10-30T10:00");
        jobs.stream().filter(j -> j.name().equals("workorder-overdue")).forEach(Job::run);
        assertThat(marked(other)).as("another one's mark does not wait for it").isTrue();
        assertThat(marked(order)).isFalse();
        byHand.past(
                "update workorder.work_order w set receive_by = o.receive_by from workorder.work_order o where w.number = ? and o.number = ?",
                order.number(),
                other.number());
        jobs.stream().filter(j -> j.name().equals("workorder-overdue")).forEach(Job::run);
        assertThat(marked(order)).isTrue();
        findsNothing();
    }

    private boolean marked(Case order) {
        return jdbc.sql("select receipt_overdue_at is not null from workorder.work_order where number = :n")
                .param("n", order.number())
                .query(Boolean.class)
                .single();
    }

    /** Each label is run, also of a table in which nothing stands yet. */
    @Test
    void every_held_table_names_its_rows_by_what_people_know() {
        for (String table : jdbc.sql("select tbl from history.held order by tbl")
                .query(String.class)
                .list()) {
            List<String> names = jdbc.sql(
                            "select n.label from history.rows_now(:t) r, lateral history.row_now(:t, r.key) n limit 20")
                    .param("t", table)
                    .query(String.class)
                    .list();
            assertThat(names).as(table).allSatisfy(n -> assertThat(n).doesNotContainPattern(KEY));
            jdbc.sql("select history.row_now(:t, :key)")
                    .param("t", table)
                    .param("key", keyLike(table))
                    .query(rs -> {});
        }
    }

    private String keyLike(String table) {
        return jdbc.sql("""
                        select case format_type(a.atttypid, a.atttypmod) when 'uuid' then '00000000-0000-0000-0000-000000000000'
                            when 'date' then '1999-01-01' when 'integer' then '0' else '0' end
                        from history.held h join pg_attribute a on a.attrelid = h.tbl::regclass and a.attname = h.keys[1]
                        where h.tbl = :t
                        """).param("t", table).query(String.class).single();
    }
}
