package org.shouwen.notification;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.directory.UnitId;
import org.shouwen.workorder.Command;

/** Units and their officers are told of new orders, reminders and limits that end, in the page. */
class StaffNoticesTest extends StaffNoticeStory {
    @Test
    void a_new_order_stands_beside_the_menu_until_it_is_read() {
        Page unit = as("heating");
        unit.navigate("/unit/inbox");
        assertThat(unit.locator(".sw-bell")).hasText("提醒");
        String number = dispatched(List.of());
        unit.navigate("/unit/inbox");
        assertThat(unit.locator(".sw-bell")).containsText("提醒 1");
        unit.locator(".sw-bell").click();
        assertThat(unit.locator("table")).containsText(number);
        assertThat(unit.locator("table")).containsText("新工单待接收，时限 09-29 24:00");
        shot(unit, "notices");
        unit.locator("form[action$='/notices/seen'] button").click();
        assertThat(unit.locator(".sw-bell b")).hasCount(0);
        assertThat(unit.locator("table")).containsText(number);
        assertThat(scriptErrors).isEmpty();
    }

    @Test
    void who_has_the_order_is_told_of_it_and_of_reminders_and_others_are_not() {
        String number = dispatched(List.of(new UnitId("housing")));
        orders.act(number, new Command.Receive(), desk, null).orThrow();
        assertThat(fresh(officer)).isEmpty();
        orders.act(number, new Command.Assign(null, officer.officer()), desk, null)
                .orThrow();
        orders.remind(number, "怎么还没来", STAFF.actor());
        assertThat(fresh(officer)).containsExactly("REMINDED", "ASSIGNED");
        assertThat(fresh(desk)).containsExactly("REMINDED", "NEW_ORDER");
        assertThat(fresh(demonstration("housing"))).containsExactly("PART_ASKED");
        assertThat(notices.fresh(STAFF)).isZero();
    }

    @Test
    void a_unit_that_loses_an_order_is_told_and_the_next_one_too() {
        String number = dispatched(List.of());
        orders.act(number, new Command.DispatchElsewhere(new UnitId("housing"), "ordinary", "不是供热"), STAFF, null)
                .orThrow();
        assertThat(fresh(desk)).containsExactly("TAKEN_AWAY", "NEW_ORDER");
        assertThat(fresh(demonstration("housing"))).containsExactly("NEW_ORDER");
    }

    @Test
    void limits_that_end_are_told_in_the_morning_and_once() {
        String number = dispatched(List.of());
        clock.set("2026-09-29T07:50");
        limits.run();
        assertThat(of(desk, number)).containsExactly("NEW_ORDER");
        clock.set("2026-09-29T08:00");
        limits.run();
        limits.run();
        assertThat(of(desk, number)).containsExactly("RECEIPT_ENDS", "NEW_ORDER");
        orders.act(number, new Command.Receive(), desk, null).orThrow();
        clock.set("2026-10-10T08:00"); // a Saturday that is worked; the limit ends on Tuesday the 13th
        limits.run();
        assertThat(of(desk, number)).doesNotContain("HANDLING_ENDS");
        clock.set("2026-10-12T08:00");
        limits.run();
        limits.run();
        assertThat(of(desk, number)).containsExactly("HANDLING_ENDS", "RECEIPT_ENDS", "NEW_ORDER");
    }
}
