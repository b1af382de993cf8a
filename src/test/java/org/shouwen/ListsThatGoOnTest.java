package org.shouwen;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.MovedLimits;
import org.shouwen.callback.GivenCallbacks;
import org.shouwen.callback.HandDraws;
import org.shouwen.desk.CallRecords;
import org.shouwen.knowledge.Flaws;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.reporting.own.OwnCalls;
import org.shouwen.search.SearchExports;
import org.shouwen.suggestion.CityPhrases;
import org.shouwen.suggestion.ModelRegister;
import org.shouwen.warning.Rules;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lists that ended in silence at some number go on: page after page there is everything, once, in the list's order. */
@ShouwenTest
class ListsThatGoOnTest {
    private static final CurrentUser AGENT = People.person("列表坐席", null, Role.AGENT);
    private static final CurrentUser DESK = People.desk("heating");

    /** Seven rows, two of which have the same moment. */
    private static final String ROWS =
            " from (select i, timestamptz '2026-10-01 08:00+08' + (i / 2) * interval '1 hour' as at from generate_series(1, 7) i) n";

    @Autowired
    JdbcClient jdbc;

    @Autowired
    CityPhrases phrases;

    @Autowired
    ModelRegister models;

    @Autowired
    Rules rules;

    @Autowired
    OwnCalls ownCalls;

    @Autowired
    SearchExports exports;

    @Autowired
    CallRecords calls;

    @Autowired
    MovedLimits moved;

    @Autowired
    Flaws flaws;

    @Autowired
    GivenCallbacks given;

    @Autowired
    HandDraws draws;

    private interface Listed<T> {
        Page<T> page(@Nullable After after, int limit);
    }

    private <T> void goesOn(String what, String columns, String values, Listed<T> list, Function<T, Object> key) {
        jdbc.sql("insert into " + columns + " select " + values + ROWS)
                .params(java.util.Map.of("account", AGENT.account()))
                .update();
        List<Object> whole =
                list.page(null, Page.MOST).items().stream().map(key).toList();
        assertThat(whole).as(what).hasSizeGreaterThanOrEqualTo(7);
        List<Object> walked = new ArrayList<>();
        Page<T> page = list.page(null, 2);
        while (true) {
            assertThat(page.items()).as(what).hasSizeLessThanOrEqualTo(2);
            page.items().forEach(t -> walked.add(key.apply(t)));
            if (page.next() == null) break;
            page = list.page(After.parse(page.next()), 2);
        }
        assertThat(walked).as(what).isEqualTo(whole);
        assertThat(new LinkedHashSet<>(walked)).as(what + " once each").hasSameSizeAs(walked);
        assertThat(list.page(null, 2).all())
                .as(what + " says how many, where it counts")
                .satisfiesAnyOf(
                        all -> assertThat(all).isNull(), all -> assertThat(all).isEqualTo(whole.size()));
    }

    @Test
    void callbacks_given_to_an_agent_and_draws_by_hand() {
        goesOn(
                "given callbacks",
                "supervision.callback (id, day, order_id, order_number, unit, kind, limit_class, state, attempts, last_attempt_at)",
                "cast('00000000-0000-7000-8000-00000000000' || i as uuid), date '2026-10-01', gen_random_uuid(), 'L' || i, 'heating', 'livelihood', 'ordinary', 'WAITING', 1, case when i > 2 then at end",
                (after, limit) -> {
                    jdbc.sql("""
                            insert into callback.given (callback, account, name, at, by_name)
                            select id, :account, '', now(), '' from supervision.callback where order_number like 'L_'
                            on conflict do nothing
                            """).param("account", AGENT.account()).update();
                    return given.own(AGENT, after, limit);
                },
                c -> c.id());
        goesOn(
                "hand draws",
                "callback.hand_draw (id, from_day, to_day, percent, seed, closed, drawn, at, by_name)",
                "gen_random_uuid(), date '2026-10-01', date '2026-10-01', 10, 1, 0, 0, at, ''",
                draws::latest,
                d -> d.id());
    }

    @Test
    void phrases_models_and_changes_of_warnings() {
        goesOn(
                "phrases",
                "suggestion.city_phrase (id, kind, guidance, phrase, added_by, added_at, withdrawn_by, withdrawn_at, version)",
                "gen_random_uuid(), 'danger', '119', '说法' || i, '', at, case when i > 4 then '甲' end, case when i > 4 then at end, 1",
                phrases::page,
                p -> p.id());
        goesOn(
                "models",
                "suggestion.model (id, task, version, made_at, trained_on, held_out, macro_f1, top1, top2, sure_share, sure_precision, rival, rival_macro_f1, better)",
                "gen_random_uuid(), 'class', 'list/' || i, at, 1, 1, 0, 0, 0, 0, 0, '', 0, false",
                models::page,
                m -> m.id());
        goesOn(
                "changes",
                "warning.change (id, kind, signal, word, least, days, excess, reason, asked_by, asked_at, granted)",
                "gen_random_uuid(), 'ADD_WORD', 'SENSITIVE_WORD', '词' || i, 0, 0, 0, '', '', at, case when i > 3 then false end",
                rules::changes,
                c -> c.id());
    }

    @Test
    void own_calls_exports_calls_moved_limits_and_reports_of_flaws() {
        goesOn(
                "own calls",
                "reporting.own_call (id, unit, number, drawn_by, drawn_at)",
                "gen_random_uuid(), 'heating', 'L' || i, '', at",
                (after, limit) -> ownCalls.of(DESK, after, limit),
                c -> c.id());
        goesOn(
                "exports",
                "search.export (id, account, asker, query, purpose, asked_at, state)",
                "gen_random_uuid(), :account, '', 'q=1', '', at, 'ASKED'",
                (after, limit) -> exports.of(AGENT, after, limit),
                e -> e.id());
        goesOn(
                "calls",
                "desk.call (id, source, ref, began, outcome, account)",
                "gen_random_uuid(), 'list', 'r' || i, at, 'ANSWERED', :account",
                (after, limit) -> calls.own(AGENT, after, limit),
                c -> c.id());
        goesOn(
                "moved limits",
                "calendar.moved_limit (at, kind, number, label, unit, was, becomes, awaits)",
                "at, 'order', 'L' || i, 'handling', 'heating', at, at, false",
                (after, limit) -> moved.of("heating", Instant.EPOCH, after, limit),
                m -> m.limit().number());
        goesOn(
                "reports of flaws",
                "knowledge.flaw (id, kind, words, at, due, settled_by, answer, reporter)",
                "gen_random_uuid(), 'MISSING', '缺' || i, at, date '2026-10-09', '', '', :account",
                (after, limit) -> flaws.reportedBy(AGENT, after, limit),
                f -> f.id());
    }

    /** Beside lists of mixed kinds: the same walk over what an export's asker never sees, what waits for another's word. */
    @Test
    void exports_that_wait_for_somebodys_word() {
        UUID other = UUID.randomUUID();
        jdbc.sql("insert into search.export (id, account, asker, query, purpose, asked_at, state)"
                        + " select gen_random_uuid(), :other, '乙', 'q=1', '', now() + interval '40 years' + i * interval '1 second', 'ASKED'"
                        + ROWS)
                .param("other", other)
                .update();
        CurrentUser supervisor = People.person("列表督办", null, Role.SUPERVISOR);
        Page<?> first = exports.toDecide(supervisor, null, 3);
        assertThat(first.items()).hasSize(3);
        assertThat(first.all()).isGreaterThanOrEqualTo(7);
        assertThat(exports.toDecide(supervisor, After.parse(first.next()), 200).items())
                .hasSize((int) first.known() - 3);
    }
}
