package org.shouwen.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.ChangedOutside;
import org.shouwen.roster.Roster;
import org.shouwen.roster.Shift;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Ruling 11: every table that matters is held against the journal, and a change past the product is never washed clean. */
@ShouwenTest
class HeldRowsTest {
    private static final CurrentUser PLATFORM = new CurrentUser(
            UUID.randomUUID(), "s", "督办", null, null, Set.of(Role.SUPERVISOR, Role.BUREAU, Role.DISPATCHER));

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ByHand byHand;

    @Autowired
    VerificationProbe verification;

    @Autowired
    HeldRowsCommand command;

    @Autowired
    History history;

    @Autowired
    WorkCalendar calendar;

    @Autowired
    Roster roster;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "accounts.account agent | update accounts.account set roles = '{ADMIN}' where login = 'agent' | update accounts.account set roles = '{AGENT}' where login = 'agent'",
                "calendar.special_day 2026-10-01 | update calendar.special_day set working = true where date = '2026-10-01' | update calendar.special_day set working = false where date = '2026-10-01'",
                "directory.unit heating | update directory.unit set phone = '110' where code = 'heating' | update directory.unit u set phone = k.phone from kept_unit k where u.code = 'heating'",
            })
    void a_change_by_sql_is_found_and_named_as_people_name_it(String named, String change, String back) {
        if (back.contains("kept_unit"))
            byHand.past(
                    "create table if not exists public.kept_unit as select phone from directory.unit where code = 'heating'");
        byHand.past(change);
        try {
            assertThat(verification.findings()).anyMatch(f -> f.contains(named));
        } finally {
            byHand.past(back.replace("kept_unit", "public.kept_unit"));
            byHand.past("drop table if exists public.kept_unit");
        }
        assertThat(verification.findings()).as("put back, all is well").isEmpty();
    }

    /** Every held table, whatever its columns: a row that goes is missed, and one that comes is not believed. */
    @Test
    void of_every_held_table_a_row_that_was_taken_away_is_missed() {
        List<String> seen = new ArrayList<>();
        for (String table : tables("select tbl from history.held order by tbl")) {
            if (jdbc.sql("select count(*) from " + table).query(Long.class).single() == 0) continue;
            byHand.past("create table public.kept as select * from " + table);
            byHand.past("delete from " + table);
            try {
                assertThat(verification.findings()).as(table).anyMatch(f -> f.startsWith(table + " "));
                seen.add(table);
            } finally {
                byHand.past("insert into " + table + " select * from public.kept");
                byHand.past("drop table public.kept");
            }
        }
        assertThat(seen).contains("accounts.account", "calendar.special_day", "directory.duty", "directory.officer");
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void whoever_leaves_the_triggers_on_is_named_with_the_moment() {
        jdbc.sql("update directory.unit set head = head || '改' where code = 'zhenxing'")
                .update();
        try {
            assertThat(verification.findings())
                    .anyMatch(f -> f.contains("directory.unit zhenxing") && f.contains("changed past the product at"));
        } finally {
            jdbc.sql("update directory.unit set head = replace(head, '改', '') where code = 'zhenxing'")
                    .update();
            byHand.past("delete from history.touched");
        }
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void an_act_on_a_row_that_was_changed_is_refused_with_an_alarm_and_does_not_wash_it() {
        Shift shift = roster.plan(
                calendar.current().after(java.time.LocalDate.parse("2029-03-01"), 3),
                Shift.Half.DAY,
                Shift.Purpose.TRAINING,
                new UnitId("housing"),
                PLATFORM);
        byHand.past("update roster.shift set unit = 'heating' where id = ?", shift.id());
        Instant before = Instant.EPOCH;
        assertThatThrownBy(() -> roster.remove(shift.id(), PLATFORM)).isInstanceOf(ChangedOutside.class);
        assertThat(history.ofKind(HeldRowAlarms.KIND, before, 10))
                .singleElement()
                .satisfies(a -> assertThat(a.body())
                        .contains("roster.shift")
                        .contains(shift.id().toString()));
        assertThatThrownBy(() -> roster.remove(shift.id(), PLATFORM)).isInstanceOf(ChangedOutside.class);
        assertThat(history.ofKind(HeldRowAlarms.KIND, before, 10))
                .as("one alarm for one change")
                .hasSize(1);
        assertThat(verification.findings()).as("it is not washed clean").isNotEmpty();
        byHand.past("update roster.shift set unit = 'housing' where id = ?", shift.id());
        assertThat(roster.remove(shift.id(), PLATFORM).state()).isEqualTo(Shift.State.REMOVED);
        assertThat(verification.findings()).isEmpty();
    }

    @Test
    void what_can_not_be_put_back_is_accepted_by_name_and_with_a_reason() throws Exception {
        byHand.past("update calendar.special_day set name = '错' where date = '2026-05-01'");
        assertThat(command.run(List.of("calendar.special_day", "2026-05-01", "王某", ""), System.out))
                .isEqualTo(1);
        assertThat(command.run(List.of("calendar.special_day", "2026-05-01", "王某", "已核对"), System.out))
                .isZero();
        assertThat(verification.findings()).isEmpty();
        assertThat(jdbc.sql(
                                "select count(*) from history.entry where type = 'RowAccepted' and actor_name = '王某' and body like '%已核对%'")
                        .query(Long.class)
                        .single())
                .isOne();
    }

    @Test
    void every_table_is_replayed_held_or_named_as_not_held() throws IOException {
        String page = Files.readString(Path.of("docs/held.md"));
        Set<String> named = new TreeSet<>();
        Pattern.compile("\\| `([a-z0-9_]+\\.[a-z0-9_]+)` \\|")
                .matcher(page)
                .results()
                .forEach(m -> named.add(m.group(1)));
        List<String> held = tables("select tbl from history.held");
        assertThat(named).as("not in both").doesNotContainAnyElementsOf(held);
        Set<String> all = new TreeSet<>(tables("""
                select c.oid::regclass::text from pg_class c
                where c.relkind in ('r', 'p') and not c.relispartition
                  and c.relnamespace::regnamespace::text not in ('pg_catalog', 'information_schema', 'flyway', 'public')
                """));
        Set<String> known = new TreeSet<>(named);
        known.addAll(held);
        assertThat(known)
                .as("hold it in afterMigrate__held.sql, or name it in docs/held.md")
                .isEqualTo(all);
    }

    private List<String> tables(String sql) {
        return jdbc.sql(sql).query(String.class).list();
    }
}
