package org.shouwen.confidentiality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Vault;
import org.shouwen.search.IndexRun;
import org.shouwen.search.SearchHit;
import org.shouwen.search.SearchPage;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.Searches;
import org.shouwen.search.ThingKind;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Of random cases everybody finds, and counts, what a slow oracle finds that reads every matter which the lists show to
 * them: no more, and no less.
 */
@ShouwenTest
@Import(IndexRun.class)
class SearchOracleTest {
    private static final int CASES = 3_000;
    private static final List<String> PARTS =
            List.of("停水", "停电", "暖气不热", "井盖", "丢失", "噪音扰民", "砼", "的", "水", "，", " ", "A3区", "路灯", "漏水", "物业");
    private static final List<String> ASKED = List.of(
            "停水", "水", "的", "砼", "停", "热", "井盖丢失", "噪音扰民 路灯", "a3", "水停", "漏水，", "物业 砼", "江城", "青年大街", "大街 井盖",
            "暖气不热停电", "不在");

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JdbcTemplate template;

    @Autowired
    Searches searches;

    @Autowired
    Vault vault;

    @Autowired
    IndexRun index;

    private final Random random = new Random(20261128);

    private String words(int most) {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(most) + 1; i > 0; i--) words.append(PARTS.get(random.nextInt(PARTS.size())));
        return words.toString();
    }

    private void lay() {
        RandomCases cases = new RandomCases(20261128);
        cases.lay(cases.cases(CASES), template);
        PartiesOfBefore.fill(jdbc);
        for (String id : jdbc.sql("select id::text from intake.appeal where number like 'R-%'")
                .query(String.class)
                .list())
            jdbc.sql(
                            "update intake.appeal set title = :title, content = :content, location = :where, received_at = now() - make_interval(hours => :ago) where id = cast(:id as uuid)")
                    .param("title", words(2))
                    .param("content", words(8))
                    .param("where", random.nextBoolean() ? "江城" : "青年大街" + words(1))
                    .param("ago", random.nextInt(5000))
                    .param("id", id)
                    .update();
        jdbc.sql("""
                insert into workorder.matter (order_id, title, content, kind, place, location, happened_at, salt)
                select o.id, a.title, a.content, 'livelihood', '210603', a.location, '', case when a.forgotten_at is null then 's' else '' end
                from workorder.work_order o join intake.appeal a on a.id = o.appeal where o.number like 'R-%'
                """).update();
        jdbc.sql(
                        "update workorder.work_order o set registered_at = (select received_at from intake.appeal a where a.id = o.appeal) where number like 'R-%'")
                .update();
        // from nothing: what the test laid into the tables is in no journal
        jdbc.sql("truncate search.thing_a, search.thing_b").update();
        jdbc.sql("update search.generation set building = true, kind = null, after = null")
                .update();
        index.now();
        for (String copy : List.of("a", "b"))
            jdbc.sql("delete from search.thing_" + copy
                            + " where kind in ('APPEAL', 'ORDER') and number not like 'R-%'")
                    .update();
    }

    @Test
    void everybody_finds_and_counts_what_the_lists_show_them_and_nothing_else() {
        lay();
        SlowSearch slow = new SlowSearch(jdbc, vault);
        List<CurrentUser> readers = new ArrayList<>();
        for (String name : RandomCases.NAMES) {
            readers.add(new CurrentUser(UUID.randomUUID(), "a", name, null, null, Set.of(Role.AGENT)));
            readers.add(new CurrentUser(UUID.randomUUID(), "b", name, null, null, Set.of(Role.BUREAU)));
        }
        readers.add(People.platform(Role.AUDITOR));
        for (String unit : RandomCases.UNITS)
            for (String name : List.of("王芳", "赵铁柱", "某某"))
                readers.add(new CurrentUser(UUID.randomUUID(), "u", name, unit, null, Set.of(Role.UNIT_DESK)));
        int compared = 0;
        for (CurrentUser who : readers) {
            List<SlowSearch.Seen> seen = slow.seen(who);
            for (String asked : ASKED) {
                Set<String> expected = seen.stream()
                        .filter(s -> s.holds(asked))
                        .map(SlowSearch.Seen::number)
                        .collect(Collectors.toCollection(TreeSet::new));
                Map<String, Integer> units = new HashMap<>();
                seen.stream()
                        .filter(s -> s.holds(asked) && !s.units().equals("null"))
                        .forEach(s -> units.merge(s.units(), 1, Integer::sum));
                Set<String> found = found(who, asked, expected.size(), units);
                Set<String> less = new TreeSet<>(expected);
                less.removeAll(found);
                Set<String> more = new TreeSet<>(found);
                more.removeAll(expected);
                assertThat(List.of(more, less))
                        .as("more and less of " + who + " " + asked)
                        .containsOnly(Set.of());
                compared += expected.size();
            }
        }
        assertThat(compared).isGreaterThan(20_000);
    }

    private Set<String> found(CurrentUser who, String asked, int all, Map<String, Integer> units) {
        Set<String> found = new TreeSet<>();
        SearchQuery query = new SearchQuery(
                asked,
                Set.of(ThingKind.APPEAL, ThingKind.ORDER),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                null,
                null,
                null,
                org.shouwen.search.SearchSort.NEWEST,
                null,
                200);
        SearchPage page = searches.find(who, query);
        assertThat(page.counts().all()).as(who + " " + asked).isEqualTo(Math.min(1000, all));
        assertThat(page.counts().more()).isEqualTo(all > 1000);
        if (all <= 1000) assertThat(page.counts().units()).as(who + " " + asked).isEqualTo(units);
        java.time.Instant last = java.time.Instant.MAX;
        while (true) {
            for (SearchHit h : page.hits()) {
                assertThat(h.at()).isBeforeOrEqualTo(last);
                last = h.at();
                assertThat(found.add(h.number())).as("twice").isTrue();
            }
            if (page.next() == null) return found;
            page = searches.find(who, query.page(page.next(), 200));
        }
    }
}
