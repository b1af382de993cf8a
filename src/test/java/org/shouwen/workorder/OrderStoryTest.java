package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.TestClock;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.UnitKind;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Result;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@ShouwenTest
class OrderStoryTest {
    private static final UnitId HEATING = new UnitId("test-heating");
    private static final UnitId HOUSING = new UnitId("test-housing");
    private static final CurrentUser DISPATCHER = person(null, Role.DISPATCHER);
    private static final CurrentUser DESK = person(HEATING, Role.UNIT_DESK);
    private static final CurrentUser OTHER = person(HOUSING, Role.UNIT_DESK);

    @Autowired
    WorkOrders orders;

    @Autowired
    OrderStore store;

    @Autowired
    History history;

    @Autowired
    EventJson json;

    @Autowired
    Units units;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    TestClock clock;

    private static int next;

    @BeforeEach
    void twoUnits() {
        clock.set("2026-09-30T10:00");
        for (UnitId id : List.of(HEATING, HOUSING)) {
            try {
                units.create(new Unit(id, id.code(), UnitKind.UTILITY, "a", "b", "c", "d", true, 0), Actor.SYSTEM);
            } catch (org.shouwen.problems.BadInput e) {
                // there since the first test
            }
        }
    }

    @Test
    void from_dispatch_to_close_and_the_history_makes_the_row() {
        String number = registered();
        done(number, new Command.Dispatch(HEATING, List.of(HOUSING), "ordinary"), DISPATCHER);
        clock.set("2026-10-08T09:00");
        done(number, new Command.Receive(), DESK);
        done(number, new Command.Contribute("管网无异常"), OTHER);
        done(number, new Command.Contact(clock.instant(), "电话", "室温16度"), DESK);
        done(number, new Command.ReportOutcome(report()), DESK);
        done(number, new Command.SendBack("未写明室温"), DISPATCHER);
        done(number, new Command.ReportOutcome(report()), DESK);
        done(number, new Command.Accept("属实"), DISPATCHER);
        OrderRow row = store.find(number).orElseThrow();
        assertThat(row.order().state()).isEqualTo(WorkOrder.State.CLOSED);
        WorkOrder replayed = new WorkOrder.Registered();
        for (var e : history.of(row.subject()))
            replayed = WorkOrderReplay.evolve(replayed, json.read(e.body()), e.at());
        assertThat(replayed).isEqualTo(row.order());
        assertThat(row.chain().seq()).isEqualTo(9);
    }

    @Test
    void a_report_without_its_parts_is_refused_under_13_4_and_nothing_changes() {
        String number = received();
        Report incomplete = new Report("", "查了", "好了", "", clock.instant(), "电话", true, true, null);
        OrderRow before = store.find(number).orElseThrow();
        assertThat(orders.act(number, new Command.ReportOutcome(incomplete), DESK, null))
                .isInstanceOfSatisfying(Result.No.class, no -> {
                    assertThat(no.refused().under()).isEqualTo(Clause.A13_4);
                    assertThat(no.refused().args().toString())
                            .contains("leaderActed", "appellantSaid", "citation.title");
                });
        assertThat(store.find(number).orElseThrow().chain().seq())
                .isEqualTo(before.chain().seq());
    }

    @Test
    void a_foreign_unit_does_not_even_learn_that_the_order_exists() {
        String number = registered();
        done(number, new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER);
        assertThatThrownBy(() -> orders.act(number, new Command.Receive(), OTHER, null))
                .isInstanceOf(NotFound.class);
    }

    @Test
    void who_saw_an_older_version_is_told() {
        String number = registered();
        done(number, new Command.Note("先看"), DISPATCHER);
        assertThatThrownBy(
                        () -> orders.act(number, new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER, 1L))
                .isInstanceOf(Stale.class);
    }

    private String received() {
        String number = registered();
        done(number, new Command.Dispatch(HEATING, List.of(), "ordinary"), DISPATCHER);
        done(number, new Command.Receive(), DESK);
        return number;
    }

    private String registered() {
        String number = "T%05d".formatted(++next);
        NewWorkOrder r = new NewWorkOrder(
                UuidCreator.getTimeOrderedEpoch(),
                number,
                UUID.randomUUID(),
                new Matter("暖气不热", "三天了", "livelihood", null, null, "某小区", "昨天", null),
                clock.instant(),
                Actor.APPELLANT);
        transaction.executeWithoutResult(_ -> orders.register(List.of(r)));
        return number;
    }

    private void done(String number, Command command, CurrentUser by) {
        assertThat(orders.act(number, command, by, null)).isInstanceOf(Result.Done.class);
    }

    private Report report() {
        Instant answered = clock.instant();
        return new Report("分管领导到现场", "测温三次", "更换阀门，室温20度", "满意", answered, "电话", true, false, null);
    }

    private static CurrentUser person(@org.jspecify.annotations.Nullable UnitId unit, Role role) {
        return new CurrentUser(
                UUID.randomUUID(), role.name(), role.name(), unit == null ? null : unit.code(), null, Set.of(role));
    }
}
