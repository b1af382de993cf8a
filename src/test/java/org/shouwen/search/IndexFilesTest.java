package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The index in the database: looked up under the rules of units, and built anew when it is damaged. */
@ShouwenTest
@Import(IndexRun.class)
class IndexFilesTest extends IndexedCity {
    /** Under row-level security a condition of a query may use no index; one of the rule may. */
    @Test
    void what_a_unit_asks_for_is_looked_up_under_its_rules() {
        String copy = generations.now().asked();
        jdbc.sql("insert into search.thing_" + copy + """
                 (id, kind, number, at, slice, title, open, words, facets, units, state, urgent)
                select gen_random_uuid(), 'ORDER', 'X' || i, now(), 600, 1, 1, md5(i::text) || md5((i + 1)::text), '{kind:ORDER,unit:heating}',
                    '{heating}', 'CLOSED', false from generate_series(1, 5000) i
                """).update();
        new JdbcTemplate(owner).execute("analyze search.thing_" + copy);
        String[] plan = new String[1];
        UnitScope.within(
                "heating",
                () -> plan[0] = transaction.execute(_ -> {
                    jdbc.sql(
                                    "select set_config('shouwen.asked', search.ask(600, '{c4ca42}', '{unit:heating}')::text, true)")
                            .query(String.class)
                            .single();
                    return String.join(
                            "\n",
                            jdbc.sql("explain select * from search.thing_" + copy + " where words like '%c4ca42%'")
                                    .query(String.class)
                                    .list());
                }));
        assertThat(plan[0]).contains("thing_" + copy + "_words").doesNotContain("Seq Scan on thing_");
    }

    @Test
    void an_index_cut_in_half_says_so_and_is_built_anew_and_the_desk_goes_on() throws Exception {
        Case order = about("人行道塌陷");
        index.now();
        String asked = generations.now().asked();
        cut("search.thing_" + asked + "_pkey", "search.thing_" + asked + "_words");
        SearchPage page = searches.find(People.DISPATCHER, SearchQuery.of("人行道塌陷"));
        assertThat(page.index()).isEqualTo(SearchPage.IndexState.BROKEN);
        assertThat(page.hits()).isEmpty();
        order.dispatchedTo("heating");
        index.now();
        index.now();
        page = searches.find(People.DISPATCHER, SearchQuery.of("人行道塌陷"));
        assertThat(page.index()).isEqualTo(SearchPage.IndexState.READY);
        assertThat(page.hits())
                .singleElement()
                .satisfies(h -> assertThat(h.state()).isEqualTo("AWAITING_RECEIPT"));
    }

    private void cut(String... relations) throws Exception {
        JdbcTemplate template = new JdbcTemplate(owner);
        template.execute("checkpoint");
        String data = template.queryForObject("show data_directory", String.class);
        for (String relation : relations) {
            String file = template.queryForObject("select pg_relation_filepath('" + relation + "')", String.class);
            try (FileChannel channel = FileChannel.open(Path.of(data, file), StandardOpenOption.WRITE)) {
                channel.truncate(0);
            }
        }
        template.execute("create extension if not exists pg_buffercache");
        template.execute("select pg_buffercache_evict_all()");
    }
}
