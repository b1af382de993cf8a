package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.TestClock.at;
import static org.shouwen.regulation.Clause.A13_6;
import static org.shouwen.workorder.Article13Test.BUREAU;
import static org.shouwen.workorder.Article13Test.DESK;
import static org.shouwen.workorder.Article13Test.LEAD;
import static org.shouwen.workorder.Article13Test.OTHER;
import static org.shouwen.workorder.Article13Test.PLATFORM;
import static org.shouwen.workorder.Article13Test.RULING;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Role;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.TestEditions;

/** Article 13.6 on the pure centre: asking for a return ends (ruling 44). */
class ReturnAskedAgainTest {
    private static final Command ASK = new Command.AskReturn("小区由物业自管锅炉供热", "丹编办〔2026〕12号", RULING);

    private WorkOrder order = new WorkOrder.Registered();

    private ReturnAskedAgainTest then(Command command, Party by, String when) {
        Decision d = WorkOrderLifecycle.act(order, command, by, at(when), TestRules.DANDONG);
        assertThat(d).as("%s on %s", command, order).isInstanceOf(Decision.Done.class);
        for (Event e : ((Decision.Done) d).events()) order = WorkOrderReplay.evolve(order, e, at(when));
        return this;
    }

    private void refused(Clause under, Command command, Party by, String when) {
        assertThat(WorkOrderLifecycle.act(order, command, by, at(when), TestRules.DANDONG))
                .isInstanceOfSatisfying(
                        Decision.No.class,
                        no -> assertThat(no.refused().under()).isEqualTo(under));
    }

    private ReturnAskedAgainTest dispatched(String limitClass) {
        return then(new Command.Dispatch(LEAD, List.of(), limitClass), PLATFORM, "2026-09-30T10:00");
    }

    private Assignment duty() {
        return java.util.Objects.requireNonNull(order.dutyOrNull());
    }

    @Test
    void after_a_refusal_the_Bureau_decides_and_after_the_second_it_ends() {
        dispatched("difficult").then(ASK, DESK, "2026-10-08T11:00");
        then(new Command.RefuseReturn("供热属该单位"), PLATFORM, "2026-10-08T12:00");
        then(ASK, DESK, "2026-10-08T13:00");
        refused(A13_6, new Command.RefuseReturn("仍属该单位"), PLATFORM, "2026-10-08T14:00");
        refused(A13_6, new Command.GrantReturn(OTHER, "ordinary", ""), PLATFORM, "2026-10-08T14:00");
        then(new Command.RefuseReturn("经核，仍属该单位"), BUREAU, "2026-10-08T14:00");
        refused(A13_6, ASK, DESK, "2026-10-08T15:00");
        assertThat(OpenLimits.returning(
                        duty(), TestEditions.named("dandong-2026"), TestRules.DAYS, at("2026-10-08T15:00")))
                .as("it is not offered either")
                .isFalse();
    }

    @Test
    void granted_by_the_Bureau_the_next_unit_may_ask_once_itself() {
        dispatched("difficult").then(ASK, DESK, "2026-10-08T11:00");
        then(new Command.RefuseReturn("供热属该单位"), PLATFORM, "2026-10-08T12:00");
        then(ASK, DESK, "2026-10-08T13:00");
        then(new Command.GrantReturn(OTHER, "ordinary", "裁定"), BUREAU, "2026-10-08T14:00");
        Party other = new Party.OfUnit(OTHER, Set.of(Role.UNIT_DESK));
        then(ASK, other, "2026-10-09T09:00");
        refused(A13_6, new Command.RefuseReturn("x"), PLATFORM, "2026-10-09T10:00");
        then(new Command.RefuseReturn("裁定在先"), BUREAU, "2026-10-09T10:00");
        assertThat(duty().asked().refusals()).isOne();
    }
}
