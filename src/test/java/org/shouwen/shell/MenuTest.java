package org.shouwen.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.shouwen.ShouwenTest;
import org.shouwen.access.AccessRule;
import org.shouwen.access.MenuItem;
import org.shouwen.access.ModuleAccess;
import org.shouwen.access.Role;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

/** The menu is put together from what the modules bring, in one order. */
@ShouwenTest
class MenuTest {
    @Autowired
    AccessTable access;

    @Autowired
    Menu menu;

    @Autowired
    MessageSource messages;

    @Test
    void entries_of_the_menu_stand_one_after_another_and_none_beside_another() {
        assertThat(menu.items())
                .extracting(MenuItem::place)
                .doesNotHaveDuplicates()
                .isSorted();
        assertThat(menu.items()).extracting(MenuItem::path).doesNotHaveDuplicates();
        assertThat(menu.items())
                .extracting(MenuItem::path)
                .as("in this order people know them; new ones may stand between")
                .containsSubsequence(
                        "/desk/intake",
                        "/desk/appeals",
                        "/desk/questions",
                        "/desk/dispatch",
                        "/desk/reports",
                        "/desk/requests",
                        "/desk/alarms",
                        "/desk/undelivered",
                        "/unit/inbox",
                        "/unit/intake",
                        "/supervision",
                        "/supervisions",
                        "/board",
                        "/handovers",
                        "/callbacks",
                        "/nuisances",
                        "/filings",
                        "/roster",
                        "/breaches",
                        "/grants",
                        "/looks",
                        "/audit",
                        "/admin/units",
                        "/admin/duties",
                        "/admin/accounts",
                        "/admin/calendar",
                        "/admin/messages",
                        "/phrases",
                        "/editions");
    }

    @Test
    void whoever_is_shown_an_entry_may_open_it_and_reads_its_name() {
        for (ModuleAccess m : access.modules())
            for (MenuItem item : m.menu()) {
                Set<Role> may = m.rules().stream()
                        .filter(r -> ModuleAccessTest.fits(r, item.path()))
                        .findFirst()
                        .map(AccessRule::roles)
                        .orElse(Set.of());
                assertThat(may)
                        .as(ModuleAccessTest.module(m) + " " + item.path())
                        .containsAll(item.roles());
                assertThat(item.roles()).isNotEmpty();
                for (Locale language : List.of(Locale.CHINESE, Locale.ENGLISH))
                    assertThat(messages.getMessage(item.key(), null, "", language))
                            .as(item.key())
                            .isNotEmpty();
            }
    }

    /** Some eleven names of four characters are what a row holds on a screen of 1366 points. */
    @Test
    void what_is_needed_daily_fits_into_a_row_and_the_rest_stands_under_more() {
        for (Role role : Role.values()) {
            List<MenuItem> mine =
                    menu.items().stream().filter(i -> i.roles().contains(role)).toList();
            List<MenuItem> daily =
                    mine.stream().filter(i -> !i.seldom().contains(role)).toList();
            assertThat(daily).as(role.name()).hasSizeLessThanOrEqualTo(11);
            if (!mine.isEmpty()) assertThat(daily.getFirst()).as(role.name()).isEqualTo(mine.getFirst());
        }
        for (MenuItem item : menu.items())
            assertThat(item.roles()).as(item.path()).containsAll(item.seldom());
    }

    @Test
    void each_role_begins_its_work_on_its_own_page() {
        TreeMap<Role, String> first = new TreeMap<>();
        for (Role role : Role.values())
            menu.items().stream()
                    .filter(i -> i.roles().contains(role))
                    .findFirst()
                    .ifPresent(i -> first.put(role, i.path()));
        assertThat(first)
                .containsEntry(Role.AGENT, "/desk/intake")
                .containsEntry(Role.DISPATCHER, "/desk/intake")
                .containsEntry(Role.SUPERVISOR, "/supervision")
                .containsEntry(Role.UNIT_DESK, "/unit/inbox")
                .containsEntry(Role.UNIT_OFFICER, "/unit/inbox")
                .containsEntry(Role.UNIT_LEADER, "/unit/inbox")
                .containsEntry(Role.BUREAU, "/desk/requests")
                .containsEntry(Role.CITY_LEADER, "/overview")
                .containsEntry(Role.ADMIN, "/admin/units")
                .containsEntry(Role.SECURITY, "/grants")
                .containsEntry(Role.AUDITOR, "/looks")
                .doesNotContainKey(Role.TELEPHONE);
    }
}
