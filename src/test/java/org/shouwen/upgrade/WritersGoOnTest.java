package org.shouwen.upgrade;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * A migration keeps nobody from writing a large table for longer than a moment. Read is each that no release has had yet: what
 * a release had has run.
 */
class WritersGoOnTest {
    /** Those that grow with every appeal, order, call or message. */
    private static final Set<String> LARGE = Set.of(
            "intake.appeal",
            "intake.addition",
            "workorder.work_order",
            "workorder.matter",
            "workorder.past_leg",
            "history.entry",
            "citizens.appellant",
            "confidentiality.party",
            "messages.outbox",
            "messages.part",
            "messages.staff_notice",
            "messages.staff_outbox",
            "papers.paper",
            "supervision.callback",
            "reporting.fact",
            "reporting.again",
            "search.thing_a",
            "search.thing_b",
            "search.meaning",
            "warning.seen",
            "warning.member",
            "suggestion.proposal",
            "desk.call",
            "desk.call_event",
            "inbound.received",
            "events.sent");

    /** What stands all the same, and why. One that is no longer there fails the test as well. */
    private static final Map<String, String> KNOWN = Map.of(
            "callback/V953__rated_callbacks.sql",
            "an order is drawn once a day from the first moment on; one order of many is drawn",
            "confidentiality/V1402__parties_of_before.sql",
            "reads two large tables and fills a new one",
            "desk/V1612__recordings_of_calls.sql",
            "calls came with the version that has this as well",
            "search/V1701__search.sql",
            "indexes of the tables that it makes",
            "search/V1713__built_anew_with_what_was_said_later.sql",
            "empties the index that nobody reads",
            "search/V1716__characters_beyond_sixteen_bits.sql",
            "empties the index that nobody reads");

    private static Map<String, String> since() throws Exception {
        Map<String, String> since = new TreeMap<>();
        Resource[] files =
                new PathMatchingResourcePatternResolver().getResources("classpath*:db/migration/*/V*__*.sql");
        for (Resource file : files) {
            String[] path = file.getURL().getPath().split("/");
            String name = path[path.length - 2] + "/" + path[path.length - 1];
            if (!Migrations.pinned().containsKey(name))
                since.put(name, file.getContentAsString(StandardCharsets.UTF_8));
        }
        return since;
    }

    /** A name that no migration makes would guard nothing. */
    @Test
    void each_large_table_is_there() throws Exception {
        StringBuilder all = new StringBuilder();
        since().values().forEach(all::append);
        for (String name : Migrations.pinned().keySet())
            all.append(new String(Migrations.bytes(name), StandardCharsets.UTF_8));
        assertThat(LARGE)
                .allMatch(t -> all.toString().contains("create table " + t + " ") || t.startsWith("search.thing_"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create unique index one on workorder.work_order (number)",
                "create index on workorder.work_order (number)",
                "alter table workorder.work_order add column x int not null default random()",
                "alter table workorder.work_order add column x int unique",
                "alter table workorder.work_order add column x int check (x > 0)",
                "alter table workorder.work_order add column x int, add constraint y check (x > 0)",
                "alter table workorder.work_order add check (version > 0)",
                "alter table workorder.work_order add constraint one unique (number)",
                "alter table workorder.work_order alter column version type int",
                "alter table workorder.work_order alter column report set not null",
                "update workorder.work_order set report = '; drop it'",
                "with gone as (delete from history.entry returning id) select count(*) from gone",
                "truncate messages.outbox",
                "lock table only intake.appeal",
                "do $x$ begin perform 1; end $x$",
                "create table a.b (id int); alter table intake.appeal alter id type text"
            })
    void what_reads_or_writes_all_rows_under_a_lock_is_seen(String sql) {
        assertThat(StatementsAgainstWriters.of(sql, LARGE)).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "create index order_by_day on workorder.work_order (registered_at) where version > 3",
                "create unique index one on workorder.past_day (number)",
                "alter table workorder.work_order add column x int not null default 0, add column y text",
                "alter table workorder.work_order add constraint y check (version > 0)",
                "alter table workorder.work_order add constraint y unique using index z not valid",
                "alter table workorder.work_order drop constraint y, validate constraint z",
                "create table messages.outbox (id int); create index on messages.outbox (id)",
                "create function a.f() returns void language sql as $$ delete from history.entry $$",
                "-- update workorder.work_order set report = ''\nselect 1",
                "insert into a.b select id from history.entry"
            })
    void what_takes_a_moment_is_borne(String sql) {
        assertThat(StatementsAgainstWriters.of(sql, LARGE)).isEmpty();
    }

    @Test
    void none_that_is_not_released_yet_keeps_writers_from_a_large_table() throws Exception {
        Map<String, String> against = new TreeMap<>();
        since().forEach((name, sql) -> {
            var held = StatementsAgainstWriters.of(sql, LARGE);
            if (!held.isEmpty()) against.put(name, String.join("\n", held));
        });
        assertThat(against.keySet())
                .as("say why in this test, or do it in steps: %s", against)
                .isEqualTo(KNOWN.keySet());
    }
}
