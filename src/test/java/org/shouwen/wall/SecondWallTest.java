package org.shouwen.wall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.ShouwenTest;
import org.shouwen.accounts.Role;
import org.shouwen.accounts.SignedIn;
import org.shouwen.citizens.Identity;
import org.shouwen.directory.UnitId;
import org.shouwen.intake.AnAppeal;
import org.shouwen.intake.Intake;
import org.shouwen.intake.NewAppeal;
import org.shouwen.intake.Origin;
import org.shouwen.intake.Outcome;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrders;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Under the application the database itself keeps history unchanged and units apart. */
@ShouwenTest
class SecondWallTest {
    private static final SignedIn DESK =
            new SignedIn(UUID.randomUUID(), "d", "d", null, null, Set.of(Role.DISPATCHER, Role.AGENT));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Intake intake;

    @Autowired
    WorkOrders orders;

    @Autowired
    UnitScope scope;

    @Autowired
    TransactionTemplate transaction;

    private String order(String unit, String... assisting) {
        NewAppeal a = AnAppeal.saying("第二道墙").by(Identity.of("何其正", "13800008888", "", null));
        String number = intake.take(a, new Outcome.Ordered(null, null, null), Origin.of(DESK, null), DESK)
                .orThrow()
                .number();
        List<UnitId> with = java.util.Arrays.stream(assisting).map(UnitId::new).toList();
        orders.act(number, new Command.Dispatch(new UnitId(unit), with, "ordinary"), DESK, null)
                .orThrow();
        return number;
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
