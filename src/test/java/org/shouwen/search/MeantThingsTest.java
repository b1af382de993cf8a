package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.meaning.BroughtModel;
import org.shouwen.meaning.Embedder;
import org.shouwen.workorder.Command;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What means the same in other words is found beside the words, with the real model: by whoever may see it, and counted nowhere (Art. 21). */
@ShouwenTest
@Import(IndexRun.class)
class MeantThingsTest extends IndexedCity {
    @TempDir
    static Path home;

    @Autowired
    Embedder embedder;

    @Autowired
    MeaningJob meaning;

    @Autowired
    MeaningStore meanings;

    @Autowired
    CentreJob centres;

    @Autowired
    CentreStore centreStore;

    @Autowired
    Intake intake;

    @BeforeEach
    void the_model_is_there() throws Exception {
        BroughtModel.assumed();
        if (!embedder.ready()) BroughtModel.keep(embedder, home);
    }

    @AfterEach
    void ended() {
        BroughtModel.end(embedder);
    }

    private void made() {
        index.now();
        meaning.run();
    }

    private static List<String> numbers(List<SearchHit> hits) {
        return hits.stream().map(SearchHit::number).toList();
    }

    private List<String> meant(CurrentUser who, String words) {
        return numbers(searches.find(who, SearchQuery.of(words)).meant());
    }

    @Test
    void what_means_the_same_is_found_beside_the_words_and_counted_nowhere() {
        String dark = about("巷子里照明坏了，天黑以后一片漆黑").dispatchedTo("housing").number();
        String lamp = about("小区路灯不亮，晚上看不见路").dispatchedTo("housing").number();
        about("公交卡余额退款拖了三个月").dispatchedTo("heating");
        made();
        SearchPage page = searches.find(People.DISPATCHER, SearchQuery.of("路灯不亮"));
        assertThat(numbers(page.hits())).contains(lamp);
        assertThat(numbers(page.meant())).as("other words, once, and not what the words found").contains(dark).doesNotContain(lamp);
        SearchPage alone = searches.find(People.DISPATCHER, SearchQuery.of("晚上走路没有灯怎么办"));
        assertThat(alone.hits()).isEmpty();
        assertThat(numbers(alone.meant())).startsWith(lamp);
        assertThat(alone.counts()).isEqualTo(SearchCounts.NONE);
        SearchQuery asked = SearchQuery.of("晚上走路没有灯怎么办");
        assertThat(searches.find(People.DISPATCHER, asked.kind(ThingKind.UNIT)).meant()).as("filters hold").isEmpty();
        assertThat(meant(People.DISPATCHER, "13800008888 路灯不亮")).as("who leads to a person is not asked by meaning").isEmpty();
        BroughtModel.end(embedder);
        assertThat(searches.find(People.DISPATCHER, SearchQuery.of("路灯不亮")))
                .as("without the model everything else is the same")
                .isEqualTo(page.also(List.of()));
    }

    @Test
    void a_unit_finds_its_own_by_meaning_and_loses_it_with_the_order() {
        String own = about("电梯经常把人关在里面").dispatchedTo("heating").number();
        Case foreign = about("电梯总是困人没有人修").dispatchedTo("housing");
        made();
        assertThat(meant(People.desk("heating"), "坐电梯被困在里面")).contains(own).doesNotContain(foreign.number());
        assertThat(meant(People.desk("housing"), "坐电梯被困在里面")).contains(foreign.number()).doesNotContain(own);
        assertThat(meant(People.desk("police"), "坐电梯被困在里面")).isEmpty();
        assertThat(meant(People.DISPATCHER, "坐电梯被困在里面")).contains(own, foreign.number());
        foreign.then(new Command.Recall("转错单位"), People.DISPATCHER);
        assertThat(meant(People.desk("housing"), "坐电梯被困在里面")).as("before index and vectors have heard").doesNotContain(foreign.number());
        org.shouwen.rowsecurity.UnitScope.within(
                "heating",
                () -> assertThat(jdbc.sql("select count(*) from search.meaning where kind = 'ORDER'")
                                .query(Long.class)
                                .single())
                        .as("vectors of its own orders alone, whatever is asked")
                        .isEqualTo(jdbc.sql("select count(*) from workorder.work_order o where o.lead_unit = 'heating'"
                                        + " and o.id in (select thing from search.meaning)")
                                .query(Long.class)
                                .single())
                        .isPositive());
    }

    @Test
    void whoever_is_complained_about_finds_it_by_no_meaning() {
        String number = intake.submit(
                AnAppeal.saying("接线员说话难听还摔电话").accused("坐席钱冷淡").by(Identity.of("何其正", "13800008888", "", null)),
                Origin.of(People.AGENT, null),
                People.AGENT.actor(),
                null).number();
        made();
        assertThat(meant(People.AGENT, "接线员态度恶劣摔电话骂人")).startsWith(number);
        assertThat(meant(People.person("钱冷淡", null, Role.AGENT, Role.DISPATCHER), "接线员态度恶劣摔电话骂人"))
                .doesNotContain(number);
    }

    @Test
    void with_the_person_their_vector_goes_in_the_same_transaction_and_stays_away() {
        String number = cases.aCase(AnAppeal.saying("养老院饭菜变质老人吃坏肚子").by(Identity.of("姬伯安", "13712345670", "", null)))
                .dispatchedTo("heating")
                .received()
                .reported()
                .closed()
                .number();
        made();
        UUID appeal = jdbc.sql("select appeal from workorder.work_order where number = :n")
                .param("n", number)
                .query(UUID.class)
                .single();
        assertThat(meanings.holds(appeal)).isTrue();
        assertThat(meant(People.DISPATCHER, "敬老院伙食不新鲜")).contains(number);
        // read for a vector before, stored after: the row is gone, and nothing is stored
        UUID thing = jdbc.sql("select thing from search.meaning where appeal = :a").param("a", appeal).query(UUID.class).single();
        clock.pass(Duration.ofDays(366 * 20));
        jobs.stream().filter(j -> j.name().equals("retention")).forEach(Job::run);
        assertThat(meanings.holds(appeal)).as("at once").isFalse();
        transaction.executeWithoutResult(_ -> meanings.put(
                generations.now().asked(), List.of(new MeaningStore.Made(thing, 0, 1, new byte[256]))));
        assertThat(meanings.holds(appeal)).as("what was under way brings nothing back").isFalse();
        meanings.walkAnew();
        made();
        assertThat(meanings.holds(appeal)).isFalse();
        assertThat(meant(People.DISPATCHER, "敬老院伙食不新鲜")).doesNotContain(number);
    }

    @Test
    void a_dead_or_silent_model_costs_the_search_little_and_the_words_stand() throws Exception {
        String lamp = about("景观灯整夜不亮").dispatchedTo("housing").number();
        made();
        searches.find(People.DISPATCHER, SearchQuery.of("景观灯"));
        BroughtModel.silence(embedder, true);
        long from = System.nanoTime();
        SearchPage silent = searches.find(People.DISPATCHER, SearchQuery.of("景观灯"));
        double ms = (System.nanoTime() - from) / 1e6;
        assertThat(numbers(silent.hits())).containsExactly(lamp);
        assertThat(silent.meant()).isEmpty();
        assertThat(ms).as("150 ms, and what the words take").isBetween(140.0, 1000.0);
        BroughtModel.silence(embedder, false);
        BroughtModel.end(embedder);
        SearchPage dead = searches.find(People.DISPATCHER, SearchQuery.of("景观灯"));
        assertThat(numbers(dead.hits())).containsExactly(lamp);
        assertThat(dead.meant()).isEmpty();
    }

    @Test
    void what_was_there_before_gets_its_vector_and_the_words_are_built_anew_beside() {
        String before = about("楼道里堆满纸箱，起火跑不出去").dispatchedTo("housing").number();
        index.now();
        transaction.executeWithoutResult(_ -> meanings.off());
        assertThat(meant(People.DISPATCHER, "楼道堆放杂物有起火隐患")).isEmpty();
        meaning.run();
        assertThat(meant(People.DISPATCHER, "楼道堆放杂物有起火隐患")).contains(before);
        building.begin();
        assertThat(building.step()).isTrue();
        assertThat(meant(People.DISPATCHER, "楼道堆放杂物有起火隐患")).as("while the words are built anew").contains(before);
        int steps = 0;
        while (building.step()) assertThat(++steps).isLessThan(50);
        String vectors = stored();
        meaning.run();
        assertThat(stored()).as("the same words keep their vectors").isEqualTo(vectors);
        assertThat(meant(People.DISPATCHER, "楼道堆放杂物有起火隐患")).contains(before);
    }

    private String stored() {
        return jdbc.sql("select md5(string_agg(thing::text || ctid::text, ',' order by thing)) from search.meaning")
                .query(String.class)
                .single();
    }

    @Test
    void centres_are_learned_while_it_is_asked_and_find_the_same() {
        for (String about : List.of("供暖不热", "路灯不亮", "噪音扰民", "垃圾无人清运", "自来水发黄", "公交车晚点", "电梯困人", "停车收费高"))
            for (String how : List.of("已经一周没人管", "打了三次电话", "邻居都有意见", "请尽快处理", "老人很着急"))
                about(about + "，" + how).dispatchedTo("housing");
        made();
        List<String> before = meant(People.DISPATCHER, "家里温度太低很冷");
        assertThat(before).isNotEmpty();
        centres.run(20);
        assertThat(centreStore.all()).hasSize(1);
        assertThat(jdbc.sql("select count(*) from search.meaning where key < 65536").query(Long.class).single())
                .isZero();
        assertThat(meant(People.DISPATCHER, "家里温度太低很冷")).isEqualTo(before);
        String after = about("暖气冰凉，屋里待不住人").dispatchedTo("housing").number();
        made();
        assertThat(meant(People.DISPATCHER, "家里温度太低很冷")).as("new things lie beside the new centres").contains(after);
    }

    @Test
    void what_is_kept_from_units_is_in_no_vector() {
        String number = about("物业乱收电梯费").dispatchedTo("heating").number();
        made();
        String before = jdbc.sql("select digest::text from search.meaning m join workorder.work_order o on o.id = m.thing where o.number = :n")
                .param("n", number)
                .query(String.class)
                .single();
        jdbc.sql("update search.thing_" + generations.now().asked() + " set words = words || '另一处地点' where number = :n")
                .param("n", number)
                .update();
        meanings.walkAnew();
        meaning.run();
        assertThat(jdbc.sql("select digest::text from search.meaning m join workorder.work_order o on o.id = m.thing where o.number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }
}
