package org.shouwen.workorder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.shouwen.TestClock.at;
import static org.shouwen.regulation.Clause.A17_9;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.history.Chain;
import org.shouwen.regulation.Clause;

/** Article 17 on the pure centre: the unit is phoned besides the order, and the alarm lasts until somebody answers. */
class Article17Test {
    private OrderRow row = new OrderRow(
            UUID.randomUUID(),
            "1",
            UUID.randomUUID(),
            at("2026-09-30T10:00"),
            new WorkOrder.Registered(),
            null,
            Confidentiality.NONE,
            Chain.START);

    private Article17Test registered(@org.jspecify.annotations.Nullable String urgentKind) {
        row = row.after(
                new Event.Registered("1", row.appeal(), "", urgentKind, false, List.of(), "", false),
                at("2026-09-30T10:00"),
                Chain.START);
        return this;
    }

    private Article17Test then(Command command, Party by, String when) {
        Decision d = WorkOrderLifecycle.act(row.order(), row.urgent(), command, by, at(when), TestRules.DANDONG);
        assertThat(d).as("%s", command).isInstanceOf(Decision.Done.class);
        for (Event e : ((Decision.Done) d).events()) row = row.after(e, at(when), Chain.START);
        return this;
    }

    private void refused(Command command, Party by, String when) {
        refused(A17_9, command, by, when);
    }

    private void refused(Clause under, Command command, Party by, String when) {
        assertThat(WorkOrderLifecycle.act(row.order(), row.urgent(), command, by, at(when), TestRules.DANDONG))
                .isInstanceOfSatisfying(
                        Decision.No.class,
                        no -> assertThat(no.refused().under()).isEqualTo(under));
    }

    private Urgent urgent() {
        return java.util.Objects.requireNonNull(row.urgent());
    }

    private Article17Test dispatched() {
        return then(
                new Command.Dispatch(Article13Test.LEAD, List.of(), "ordinary"),
                Article13Test.PLATFORM,
                "2026-09-30T10:05");
    }

    private static Command call(String answeredBy, String when) {
        return new Command.Phone("热力值班室", at(when), answeredBy);
    }

    @Test
    void the_alarm_lasts_until_somebody_at_the_unit_has_answered() {
        registered("heating").dispatched();
        assertThat(urgent().alarming()).isTrue();
        then(call("", "2026-09-30T10:06"), Article13Test.AGENT, "2026-09-30T10:07");
        assertThat(urgent().alarming()).as("nobody answered").isTrue();
        then(call("王值班", "2026-09-30T10:08"), Article13Test.AGENT, "2026-09-30T10:09");
        assertThat(urgent().alarming()).isFalse();
        assertThat(urgent().calls()).isEqualTo(2);
        assertThat(urgent().answeredAt()).isEqualTo(at("2026-09-30T10:08"));
        then(new Command.ArriveOnSite(at("2026-09-30T10:40"), "抢修二班"), Article13Test.DESK, "2026-09-30T10:41");
        refused(new Command.RestoreNormal(at("2026-09-30T10:30"), ""), Article13Test.DESK, "2026-09-30T12:00");
        then(new Command.RestoreNormal(at("2026-09-30T11:30"), "已换阀"), Article13Test.DESK, "2026-09-30T12:00");
        assertThat(urgent().normalAt()).isEqualTo(at("2026-09-30T11:30"));
    }

    @Test
    void only_the_platform_phones_and_only_about_an_urgent_order_in_a_units_hands() {
        registered(null);
        refused(call("甲", "2026-09-30T10:00"), Article13Test.AGENT, "2026-09-30T10:10");
        then(new Command.RaiseUrgency("heating", "漏水"), Article13Test.AGENT, "2026-09-30T10:11");
        refused(call("甲", "2026-09-30T10:00"), Article13Test.AGENT, "2026-09-30T10:12");
        dispatched();
        refused(call("甲", "2026-09-30T10:00"), Article13Test.DESK, "2026-09-30T10:12");
        refused(call("甲", "2026-09-30T10:30"), Article13Test.AGENT, "2026-09-30T10:12");
        refused(new Command.Phone(" ", at("2026-09-30T10:06"), "甲"), Article13Test.AGENT, "2026-09-30T10:12");
        refused(new Command.ArriveOnSite(at("2026-09-30T10:06"), "甲"), Article13Test.HELP, "2026-09-30T10:12");
        refused(new Command.ArriveOnSite(at("2026-09-30T10:06"), " "), Article13Test.DESK, "2026-09-30T10:12");
    }

    @Test
    void urgency_is_raised_later_with_a_reason_and_never_lowered() {
        registered(null).dispatched();
        refused(new Command.RaiseUrgency("no-such", "x"), Article13Test.AGENT, "2026-09-30T11:00");
        refused(new Command.RaiseUrgency("heating", " "), Article13Test.AGENT, "2026-09-30T11:00");
        refused(new Command.RaiseUrgency("heating", "x"), Article13Test.DESK, "2026-09-30T11:00");
        then(new Command.RaiseUrgency("heating", "漏到楼下"), Article13Test.AGENT, "2026-09-30T11:00");
        refused(new Command.RaiseUrgency("heating", "again"), Article13Test.AGENT, "2026-09-30T11:01");
        assertThat(urgent().since()).isEqualTo(at("2026-09-30T11:00"));
        then(new Command.RaiseUrgency("fire", "电箱冒烟"), Article13Test.AGENT, "2026-09-30T11:30");
        assertThat(urgent().kind()).isEqualTo("fire");
        assertThat(urgent().since()).isEqualTo(at("2026-09-30T11:00"));
    }

    @Test
    void when_it_goes_to_another_unit_that_one_has_to_be_phoned_as_well() {
        registered("heating")
                .dispatched()
                .then(call("王值班", "2026-09-30T10:06"), Article13Test.AGENT, "2026-09-30T10:07");
        then(new Command.AskReturn("自管锅炉", "1号", Article13Test.RULING), Article13Test.DESK, "2026-09-30T11:00");
        then(new Command.GrantReturn(Article13Test.OTHER, "ordinary", ""), Article13Test.PLATFORM, "2026-09-30T12:00");
        assertThat(urgent().alarming()).isTrue();
        assertThat(urgent().since()).isEqualTo(at("2026-09-30T12:00"));
    }
}
