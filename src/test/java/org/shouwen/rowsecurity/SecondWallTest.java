package org.shouwen.rowsecurity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.Cases;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.NewAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.Receipt;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.problems.BadInput;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/** Under the application the database itself keeps history unchanged and units apart. */
@ShouwenTest
class SecondWallTest {
    private static final CurrentUser DESK =
            new CurrentUser(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER, Role.AGENT));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    Cases cases;

    @Autowired
    WorkOrders orders;

    @Autowired
    Directory directory;

    @Autowired
    Accounts accounts;

    @Autowired
    UnitScope scope;

    @Autowired
    TransactionTemplate transaction;

    private String order(String unit, String... assisting) {
        return order(AnAppeal.saying("第二道墙").by(Identity.of("何其正", "13800008888", "", null)), unit, assisting);
    }

    private String order(NewAppeal a, String unit, String... assisting) {
        return cases.aCase(a).dispatchedTo(unit, assisting).number();
    }

    private boolean seen(@Nullable String unit, String number) {
        boolean[] seen = new boolean[1];
        UnitScope.within(unit, () -> seen[0] = seenNow(number));
        return seen[0];
    }

    /** The order, its words, its appeal, its appellant and its history: all or nothing. */
    private boolean seenNow(String number) {
        List<Long> counts = List.of(
                count("workorder.work_order where number = :n", number),
                count(
                        "workorder.matter where order_id in (select id from workorder.work_order where number = :n)",
                        number),
                count("intake.appeal where number = :n", number),
                count(
                        "citizens.appellant where id in (select appellant from intake.appeal where number = :n)",
                        number));
        assertThat(Set.copyOf(counts)).as(counts.toString()).hasSize(1);
        return counts.getFirst() == 1;
    }

    private long count(String from, String number) {
        return jdbc.sql("select count(*) from " + from)
                .param("n", number)
                .query(Long.class)
                .single();
    }

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    @Qualifier("springSessionTransactionOperations")
    TransactionOperations sessions;

    @Test
    void a_unit_sees_its_own_rows_whatever_is_asked() {
        String led = order("heating");
        String shared = order("zhenxing", "heating");
        String foreign = order("housing");
        assertThat(seen("heating", led)).isTrue();
        assertThat(seen("heating", shared)).isTrue();
        assertThat(seen("heating", foreign)).isFalse();
        assertThat(seen("no-such-unit", led)).isFalse();
        assertThat(List.of(seen(null, led), seen(null, shared), seen(null, foreign)))
                .containsOnly(true);
        UnitScope.within("heating", () -> {
            assertThat(jdbc.sql(
                                    "select distinct lead_unit from workorder.work_order where not assisting @> '{heating}'")
                            .query(String.class)
                            .list())
                    .containsExactly("heating");
            assertThat(jdbc.sql("update workorder.work_order set reworks = 9 where number = :n")
                            .param("n", foreign)
                            .update())
                    .isZero();
            UUID id = UUID.randomUUID();
            assertThat(count("history.entry where type = 'Registered' and body like '%' || :n || '%'", foreign))
                    .isZero();
            assertThat(count("history.entry where type = 'Registered' and body like '%' || :n || '%'", led))
                    .isOne();
            assertThat(id).isNotNull();
        });
    }

    /** Of every table with rules for units: what does not show is neither changed nor taken away. */
    @Test
    void nor_does_it_write_what_is_not_its_own() {
        String foreign = order("housing");
        List<String> ruled = jdbc.sql("""
                        select c.oid::regclass::text from pg_class c
                        where c.relkind = 'r' and c.relrowsecurity order by 1
                        """).query(String.class).list();
        assertThat(ruled).hasSizeGreaterThan(12);
        UnitScope.within("no-such-unit", () -> {
            for (String table : ruled)
                for (String statement : List.of(
                        "delete from " + table, "update %1$s t set %2$s = t.%2$s".formatted(table, anyColumn(table)))) {
                    int[] touched = new int[1];
                    try {
                        transaction.executeWithoutResult(t -> {
                            touched[0] = jdbc.sql(statement).update();
                            t.setRollbackOnly();
                        });
                    } catch (RuntimeException e) {
                        assertThat(e).as(statement).hasStackTraceContaining("permission denied");
                    }
                    assertThat(touched[0]).as(statement).isZero();
                }
        });
        UnitScope.within("housing", () -> {
            assertThatThrownBy(() -> jdbc.sql("""
                                    update workorder.work_order set shield = '{"secret":true,"permittedAt":"2026-09-01T00:00:00Z"}'
                                    where number = :n
                                    """).param("n", foreign).update())
                    .as("not even of its own order: who may know the appellant")
                    .hasStackTraceContaining("who may know the appellant");
            for (String table : List.of("accounts.spring_session", "accounts.spring_session_attributes"))
                assertThatThrownBy(() -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .hasStackTraceContaining("permission denied");
        });
    }

    /** What is not a unit's own gets nothing from it: no happening, no message, no paper, no words, no appeal. */
    @Test
    void nor_does_it_add_to_what_is_not_its_own() {
        String foreign = order("housing");
        String own = order("heating");
        for (Map.Entry<String, String> insert : Map.of(
                        "history.entry", """
                        insert into history.entry (subject_kind, subject_id, seq, at, actor_name, type, body, seal)
                        values ('work_order', (select id from o), 900, now(), 'x', 'Noted', '{}', decode(repeat('00', 32), 'hex'))""", "messages.outbox", """
                        insert into messages.outbox (id, appellant, number, moment, args, text, created)
                        values (gen_random_uuid(), gen_random_uuid(), (select number from o), 'RECEIVED', '{}', '骗人的话', now())""", "papers.paper", """
                        insert into papers.paper (id, subject, label, name, type, size, sha256, kept_at, kept_by)
                        values (gen_random_uuid(), 'work_order/' || (select number from o), '', 'a', 'application/pdf', 1, '', now(), 'x')""")
                .entrySet()) {
            assertThat(inserts("heating", insert.getValue(), own))
                    .as(insert.getKey())
                    .isTrue();
            assertThat(inserts("heating", insert.getValue(), foreign))
                    .as(insert.getKey())
                    .isFalse();
        }
        assertThat(inserts(
                        "heating",
                        "insert into intake.addition (id, appeal, at, text) values (gen_random_uuid(), (select appeal from o), now(), '不是我说的')",
                        own))
                .as("nobody of a unit speaks for the appellant")
                .isFalse();
        UnitScope.within(
                "heating",
                () -> assertThatThrownBy(() -> jdbc.sql("update messages.template set text = ''")
                                .update())
                        .hasStackTraceContaining("permission denied"));
    }

    /** @param sql {@code o} is the order */
    private boolean inserts(String unit, String sql, String number) {
        Map<String, Object> order = jdbc.sql("select id, number, appeal from workorder.work_order where number = :n")
                .param("n", number)
                .query()
                .singleRow();
        String with = "with o as (select '%s'::uuid as id, '%s' as number, '%s'::uuid as appeal) "
                .formatted(order.get("id"), order.get("number"), order.get("appeal"));
        boolean[] done = new boolean[1];
        UnitScope.within(unit, () -> {
            try {
                transaction.executeWithoutResult(t -> {
                    done[0] = jdbc.sql(with + sql).update() == 1;
                    t.setRollbackOnly();
                });
            } catch (RuntimeException e) {
                assertThat(e).as(sql).hasStackTraceContaining("row-level security");
            }
        });
        return done[0];
    }

    private String anyColumn(String table) {
        return jdbc.sql("""
                        select attname from pg_attribute where attrelid = cast(:table as regclass) and attnum > 0
                        and not attisdropped and attidentity = '' and attgenerated = '' order by (attname = 'password') desc, attnum limit 1
                        """).param("table", table).query(String.class).single();
    }

    @Test
    void whoever_asks_for_transactions_gets_the_applications_and_sessions_have_their_own() {
        assertThat(transaction.getTransactionManager()).isSameAs(manager);
        assertThat(((JdbcTransactionManager) manager).getDataSource()).isInstanceOf(WalledDataSource.class);
        assertThat(sessions).isNotSameAs(transaction);
    }

    /** Ruling 14 in the database: the row itself is closed, also to whoever works with the accused. */
    @Test
    void who_complained_is_closed_to_the_accused_and_to_all_when_secrecy_is_asked_for() {
        String secret = about("", true, "zhenxing");
        String accusing = about(directory.name(new UnitId("heating")), false, "heating", "zhenxing");
        String above = about(directory.name(new UnitId("housing")), false, "heating");
        String other = about(directory.name(new UnitId("housing")), false, "zhenxing");
        assertThat(reads("zhenxing", secret)).isFalse();
        assertThat(reads("heating", accusing)).isFalse();
        assertThat(reads("zhenxing", accusing)).as("talks to the lead").isFalse();
        assertThat(reads("heating", above)).as("stands under the accused").isFalse();
        assertThat(reads("zhenxing", other)).isTrue();
        assertThat(reads(null, secret)).isTrue();
        orders.act(secret, new Command.Permit(Instant.parse("2026-09-01T00:00:00Z"), "书面"), DESK, null)
                .orThrow();
        assertThat(reads("zhenxing", secret)).isTrue();
    }

    @Test
    void so_is_who_complained_in_the_same_matter_under_an_order_that_is_closed_to_it() {
        String lead = order("heating", "zhenxing");
        String under = intake.take(
                        AnAppeal.saying("同一件事").by(Identity.of("何其正", "13800008888", "", null)),
                        new Disposition.Ordered(null, null, null),
                        Origin.of(DESK, null),
                        DESK)
                .orThrow()
                .number();
        orders.act(under, new Command.Join(lead), DESK, null).orThrow();
        assertThat(reads("heating", under)).isTrue();
        orders.act(lead, new Command.NameAccused(new UnitId("heating"), ""), DESK, null)
                .orThrow();
        assertThat(reads("heating", under)).isFalse();
        assertThat(reads("zhenxing", under)).as("talks to the lead").isFalse();
    }

    @Test
    void a_permission_opens_it_to_whoever_has_the_order_only() {
        String number = taken(directory.name(new UnitId("heating")), false);
        intake.decide(number, new Disposition.Ordered(null, null, null), null, DESK, null)
                .orThrow();
        orders.act(number, new Command.Dispatch(new UnitId("housing"), List.of(), "ordinary"), DESK, null)
                .orThrow();
        orders.act(number, new Command.Permit(Instant.parse("2026-09-01T00:00:00Z"), "书面"), DESK, null)
                .orThrow();
        assertThat(reads("housing", number)).isTrue();
        assertThat(reads("heating", number)).isFalse();
    }

    @Test
    void what_a_unit_took_and_must_not_know_is_closed_to_it_before_there_is_an_order() {
        assertThat(reads("heating", taken("", false))).isTrue();
        assertThat(reads("heating", taken("", true))).isFalse();
        assertThat(reads("heating", taken("收费员赵铁柱", false))).isFalse();
        String unclear = about("供热公司", false, "heating");
        assertThat(reads("heating", unclear)).as("it may be any unit").isFalse();
        orders.act(unclear, new Command.NameAccused(null, "", true), DESK, null).orThrow();
        assertThat(reads("heating", unclear)).isTrue();
        assertThat(reads(null, taken("", true))).isTrue();
    }

    private String taken(String accused, boolean secret) {
        CurrentUser unit = new CurrentUser(
                UUID.randomUUID(), "h", "h", "heating", null, Set.of(Role.UNIT_DESK, Role.UNIT_OFFICER));
        return intake.submit(
                        AnAppeal.saying("直接受理")
                                .accused(accused)
                                .secret(secret)
                                .by(Identity.of("何其正", "13800008888", "", null)),
                        Origin.of(unit, null),
                        unit.actor(),
                        new UnitId("heating"))
                .number();
    }

    private String about(String accused, boolean secret, String unit, String... assisting) {
        return order(
                AnAppeal.saying("第二道墙").accused(accused).secret(secret).by(Identity.of("何其正", "13800008888", "", null)),
                unit,
                assisting);
    }

    /** Who it was, in what words, what they added, and what happened to it: all or nothing. */
    private boolean reads(@Nullable String unit, String number) {
        UUID id = id("id", number);
        jdbc.sql("insert into intake.addition (id, appeal, at, text) values (:id, :id, now(), '又来了')")
                .param("id", id)
                .update();
        List<String> closed = List.of(
                "citizens.appellant where id = '%s' or :n = ''".formatted(id("appellant", number)),
                "intake.appeal where number = :n",
                "intake.addition where appeal = '%s' or :n = ''".formatted(id),
                "history.entry where subject_kind = 'appeal' and seq = 1 and subject_id = '%s' or :n = ''"
                        .formatted(id));
        Set<Long> seen = new java.util.HashSet<>();
        UnitScope.within(unit, () -> {
            for (String rows : closed) seen.add(count(rows, number));
        });
        jdbc.sql("delete from intake.addition where id = :id").param("id", id).update();
        assertThat(seen).as("of all alike").hasSize(1);
        return seen.contains(1L);
    }

    private UUID id(String column, String number) {
        return jdbc.sql("select " + column + " from intake.appeal where number = :n")
                .param("n", number)
                .query(UUID.class)
                .single();
    }

    @Test
    void nothing_of_other_units_and_of_the_platforms_own_work_shows() {
        UnitScope.within("heating", () -> {
            for (String table : List.of(
                    "nuisance.ruling",
                    "accountability.breach",
                    "supervision.callback",
                    "accounts.token",
                    "accounts.role_grant",
                    "accounts.home",
                    "accounts.provider_login"))
                assertThatThrownBy(() -> jdbc.sql("select count(*) from " + table)
                                .query(Long.class)
                                .single())
                        .as(table)
                        .hasStackTraceContaining("permission denied");
            for (String table :
                    List.of("supervision.supervision", "coordination.handover", "filing.filed", "accounts.account"))
                assertThat(jdbc.sql("select distinct unit from " + table)
                                .query(String.class)
                                .list())
                        .as(table)
                        .isSubsetOf("heating");
            assertThat(jdbc.sql("select count(*) from accounts.account")
                            .query(Long.class)
                            .single())
                    .isPositive();
        });
    }

    @Test
    void people_of_a_unit_change_their_password_and_nobodys_roles() {
        Account desk = accounts.byLogin("heating").orElseThrow();
        UnitScope.within("heating", () -> {
            accounts.changePassword(
                    desk.id(),
                    "shouwen-demo",
                    "锅炉房 东门 三号 钥匙 门卫老刘处",
                    "",
                    desk.signedIn().actor());
            for (String forbidden : List.of(
                    "update accounts.account set roles = '{ADMIN}'",
                    "insert into accounts.account select * from accounts.account",
                    "update directory.unit set name = name",
                    "delete from regulation.adoption"))
                assertThatThrownBy(() -> jdbc.sql(forbidden).update())
                        .as(forbidden)
                        .hasStackTraceContaining("permission denied");
        });
        assertThat(accounts.authenticate("heating", "锅炉房 东门 三号 钥匙 门卫老刘处")).isPresent();
    }

    /** The board's own reference of a post is no secret: whoever knows it has not brought the appeal. */
    @Test
    void a_channels_reference_gives_nobody_the_look_up_code() {
        NewAppeal post = new NewAppeal(
                "people-net",
                "post-77",
                "livelihood",
                null,
                null,
                "某路",
                "",
                "路灯",
                "路灯坏了，请维修",
                "",
                false,
                false,
                Identity.UNNAMED,
                null,
                null);
        Receipt first = intake.submit(post, Origin.of(DESK, null), DESK.actor());
        assertThat(first.code()).isNotEmpty();
        Receipt again = intake.submit(post, Origin.of(DESK, null), DESK.actor());
        assertThat(again.again()).isTrue();
        assertThat(again.number()).isEqualTo(first.number());
        assertThat(again.code()).isEmpty();
        assertThatThrownBy(() -> UnitScope.within(
                        "heating", () -> intake.submit(post, Origin.portal(null), DESK.actor(), new UnitId("heating"))))
                .isInstanceOf(BadInput.class);
    }

    /** Whatever table a module adds: it has a rule for units, is closed to them, or stands here because it is nobody's. */
    @Test
    void each_table_has_a_rule_for_units() {
        List<String> open = jdbc.sql("""
                        select c.oid::regclass::text from pg_class c
                        where c.relkind in ('r', 'v') and not c.relrowsecurity
                          and has_table_privilege('shouwen_unit', c.oid, 'select')
                          and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'directory', 'calendar', 'regulation', 'keys', 'throttle', 'suggestion')
                        order by 1
                        """).query(String.class).list();
        assertThat(open)
                .as(
                        "counters, how often articles changed, the city's area codes, templates, the roster that units swap in, how far the index goes, and a view that asks as its reader")
                .containsExactly(
                        "citizens.number_form",
                        "confidentiality.complained_about",
                        "coordination.last_number",
                        "history.seal",
                        "intake.number_block",
                        "knowledge.article_changes",
                        "messages.template",
                        "roster.shift",
                        "roster.upkeep",
                        "search.generation",
                        "supervision.last_number");
    }

    @Test
    void what_the_platform_does_on_the_way_sees_everything_and_leaves_the_wall_standing() {
        String foreign = order("housing");
        UnitScope.within("heating", () -> {
            transaction.executeWithoutResult(_ -> {
                assertThat(seenNow(foreign)).isFalse();
                assertThat(scope.<Boolean>asPlatform(() -> seenNow(foreign))).isTrue();
                assertThat(seenNow(foreign)).isFalse();
            });
            assertThat(scope.<Boolean>asPlatform(() -> seenNow(foreign))).isTrue();
            assertThat(seenNow(foreign)).isFalse();
            transaction.executeWithoutResult(status -> {
                assertThatThrownBy(() -> scope.asPlatform(
                                () -> jdbc.sql("select no_such_column").query().listOfRows()))
                        .isNotNull();
                status.setRollbackOnly();
            });
            for (int i = 0; i < 20; i++) assertThat(seenNow(foreign)).isFalse();
        });
        for (int i = 0; i < 20; i++) assertThat(seenNow(foreign)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "update history.entry set body = '{}'",
                "delete from history.entry",
                "truncate history.entry",
                "update history.seal set digest = ''",
                "delete from history.seal",
                "alter table history.entry disable trigger all",
                "set session_replication_role = replica",
                "drop table workorder.work_order",
                "create table history.other (id int)",
                "alter table workorder.work_order disable row level security",
                "alter role shouwen_app superuser",
                "select * from pg_authid",
                "set role shouwen"
            })
    void the_application_can_not(String statement) {
        assertThatThrownBy(() -> transaction.executeWithoutResult(
                        _ -> jdbc.sql(statement).update()))
                .rootCause()
                .hasMessageMatching("(?s).*(permission denied|must be owner|Only roles).*");
    }
}
