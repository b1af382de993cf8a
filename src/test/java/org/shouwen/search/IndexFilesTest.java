package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.JdbcTemplate;

/** The index in the database: looked up under the rules of units, and built anew when it is damaged. */
@ShouwenTest
@Import(IndexRun.class)
class IndexFilesTest extends IndexedCity {
    @LocalServerPort
    int port;

    @Autowired
    MeaningStore meanings;

    @Autowired
    BrokenIndex broken;

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

    @ParameterizedTest
    @CsvSource({"0, 人行道塌陷", "0.5, 盲道被占"})
    void an_index_that_is_cut_says_so_and_is_built_anew_and_the_desk_goes_on(double kept, String words)
            throws Exception {
        Case order = about(words);
        index.now();
        String asked = generations.now().asked();
        CutFiles.cut(owner, kept, "search.thing_" + asked + "_pkey", "search.thing_" + asked + "_words");
        SearchPage page = searches.find(People.DISPATCHER, SearchQuery.of(words));
        assertThat(page.index()).isEqualTo(SearchPage.IndexState.BROKEN);
        assertThat(page.hits()).isEmpty();
        assertThat(ScreenClient.as(port, "dispatcher")
                        .get("/search?q=" + ArticlesForTests.encoded(words))
                        .body())
                .contains("检索索引暂时不能使用，系统正在自动重建，完成后恢复。按完整编号查找和其他工作不受影响。");
        order.dispatchedTo("heating");
        index.now();
        index.now();
        page = searches.find(People.DISPATCHER, SearchQuery.of(words));
        assertThat(page.index()).isEqualTo(SearchPage.IndexState.READY);
        assertThat(page.hits())
                .singleElement()
                .satisfies(h -> assertThat(h.state()).isEqualTo("AWAITING_RECEIPT"));
    }

    @Test
    void what_only_a_search_meets_is_built_anew_too() throws Exception {
        about("涵洞积水");
        index.now();
        String asked = generations.now().asked();
        CutFiles.cut(owner, 0.5, "search.thing_" + asked + "_words");
        assertThat(searches.find(People.DISPATCHER, SearchQuery.of("涵洞积水")).index())
                .isEqualTo(SearchPage.IndexState.BROKEN);
        index.now();
        assertThat(searches.find(People.DISPATCHER, SearchQuery.of("涵洞积水")).hits())
                .as("without any change that the job would have met it by")
                .hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "0, search.meaning_pkey, 井盖松动",
        "0.5, search.meaning_pkey, 路灯倾斜",
        "0, search.meaning_due_pkey, 护栏断裂",
        "0.5, search.meaning_due_pkey, 桥面裂缝"
    })
    void vectors_that_are_cut_are_emptied_and_the_words_are_brought_in(double kept, String relation, String words)
            throws Exception {
        jdbc.sql("update search.meaning_state set model = 'of a test'").update();
        CutFiles.vectors(owner);
        String asked = generations.now().asked();
        CutFiles.cut(owner, kept, relation);
        about(words);
        index.now();
        index.now();
        assertThat(generations.now().asked()).as("the words' index stays").isEqualTo(asked);
        assertThat(generations.now().building()).isFalse();
        SearchPage page = searches.find(People.DISPATCHER, SearchQuery.of(words));
        assertThat(page.index()).isEqualTo(SearchPage.IndexState.READY);
        UUID thing = page.hits().getFirst().id();
        assertThat(vectors("meaning")).as("emptied").isEmpty();
        assertThat(vectors("meaning_due")).as("and what is new waits").contains(thing);
        transaction.executeWithoutResult(
                _ -> meanings.put(asked, List.of(new MeaningStore.Made(thing, 0, 1, new byte[256]))));
        assertThat(vectors("meaning")).as("of use again").containsExactly(thing);
    }

    @Test
    void whose_files_are_damaged_is_read_from_what_the_database_says() {
        assertThat(broken.table(says("could not read blocks 7..7 in file \"%s\"", "intake.appeal_pkey"), "thing_a"))
                .as("not the index's")
                .isEmpty();
        assertThat(broken.table(says("invalid page in block 3 of relation %s", "search.thing_b"), "thing_a"))
                .contains("thing_b");
        assertThat(broken.table(says("could not open file \"%s.1\"", "search.meaning_due_order"), "thing_a"))
                .contains("meaning_due");
        assertThat(broken.table(says("index \"centre_pkey\" contains corrupted page at block 1"), "thing_a"))
                .contains("centre");
        assertThat(broken.table(says("index \"appeal_pkey\" contains corrupted page at block 1"), "thing_a"))
                .isEmpty();
        String values = jdbc.sql(
                        "select relname from pg_class where oid = (select reltoastrelid from pg_class where oid = cast('search.thing_b' as regclass))")
                .query(String.class)
                .single();
        assertThat(broken.table(says("missing chunk number 0 for toast value 9 in " + values), "thing_a"))
                .contains("thing_b");
        assertThat(broken.table(says("compressed pglz data is corrupt"), "thing_a"))
                .as("it names nothing")
                .contains("thing_a");
    }

    /** With the relation's file, where one is given, as the database writes it. */
    private SQLException says(String words, String... relation) {
        String file = relation.length == 0
                ? ""
                : jdbc.sql("select pg_relation_filepath(cast(:r as regclass))")
                        .param("r", relation[0])
                        .query(String.class)
                        .single();
        return new PSQLException(new ServerErrorMessage("SERROR\0CXX001\0M" + words.formatted(file) + "\0"));
    }

    private List<UUID> vectors(String table) {
        return jdbc.sql("select thing from search." + table).query(UUID.class).list();
    }
}
