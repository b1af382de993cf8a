package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whichever kind most things are of, one kind's search finds what a search of all finds of it. */
@ShouwenTest
@Import(IndexRun.class)
class CommonKindTest extends SearchedCity {
    @Autowired
    JdbcClient jdbc;

    @Autowired
    GenerationStore generations;

    @Test
    void the_kind_of_nearly_all_is_told_and_changes_nothing_of_what_is_found() {
        String one = about("河边护栏的缺口").dispatchedTo("heating").number();
        String other = about("的士站牌缺口").dispatchedTo("heating").number();
        index.now();
        Generation g = generations.now();
        String table = "search.thing_" + g.asked();
        jdbc.sql("delete from " + table + " where kind <> 'ORDER'").update();
        assertThat(new CommonKind(jdbc, clock).is(g, "ORDER")).isTrue();
        assertThat(new CommonKind(jdbc, clock).is(g, "APPEAL")).isFalse();
        found(one, other);

        jdbc.sql("update " + table + " set kind = 'APPEAL', facets = array_replace(facets, 'kind:ORDER', 'kind:APPEAL')"
                        + " where id in (select id from " + table + " order by id limit (select count(*) / 2 from "
                        + table + "))")
                .update();
        assertThat(new CommonKind(jdbc, clock).is(g, "ORDER")).isFalse();
        assertThat(new CommonKind(jdbc, clock).is(g, "APPEAL")).isFalse();
    }

    private void found(String one, String other) {
        for (String words : List.of("缺口", "的", "的 缺口", "口", ""))
            assertThat(orders(words)).as(words).contains(one, other);
        assertThat(orders("护栏")).containsExactly(one);
        assertThat(orders("栏护")).isEmpty();
    }

    private List<String> orders(String words) {
        SearchQuery query = SearchQuery.of(words).kind(ThingKind.ORDER).page(null, 50);
        return searches.find(People.DISPATCHER, query).hits().stream()
                .map(SearchHit::number)
                .toList();
    }
}
