package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.identity.Identity;
import org.shouwen.jobs.Job;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.meaning.BroughtModel;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** Vectors follow what happens, go with the person, and are no condition of anything else. */
@ShouwenTest
@Import(IndexRun.class)
class MeaningKeptTest extends MeantCity {
    @LocalServerPort
    int port;

    @Autowired
    CentreJob centres;

    @Autowired
    CentreStore centreStore;

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
        UUID thing = jdbc.sql("select thing from search.meaning where appeal = :a")
                .param("a", appeal)
                .query(UUID.class)
                .single();
        clock.pass(Duration.ofDays(366 * 20));
        jobs.stream().filter(j -> j.name().equals("retention")).forEach(Job::run);
        assertThat(meanings.holds(appeal)).as("at once").isFalse();
        transaction.executeWithoutResult(_ ->
                meanings.put(generations.now().asked(), List.of(new MeaningStore.Made(thing, 0, 1, new byte[256]))));
        assertThat(meanings.holds(appeal))
                .as("what was under way brings nothing back")
                .isFalse();
        walk.anew();
        made();
        assertThat(meanings.holds(appeal)).isFalse();
        assertThat(meant(People.DISPATCHER, "敬老院伙食不新鲜")).doesNotContain(number);
    }

    @Test
    void a_dead_or_silent_model_costs_the_search_little_and_the_words_stand() throws Exception {
        String lamp = about("景观灯整夜不亮").dispatchedTo("housing").number();
        made();
        searches.findAlsoMeant(People.DISPATCHER, SearchQuery.of("景观灯"));
        BroughtModel.silence(embedder, true);
        long from = System.nanoTime();
        SearchPage silent = searches.findAlsoMeant(People.DISPATCHER, SearchQuery.of("景观灯"));
        double ms = (System.nanoTime() - from) / 1e6;
        assertThat(numbers(silent.hits())).containsExactly(lamp);
        assertThat(silent.meant()).isEmpty();
        assertThat(ms).as("150 ms, and what the words take on a loaded machine").isBetween(140.0, 10_000.0);
        BroughtModel.silence(embedder, false);
        BroughtModel.end(embedder);
        SearchPage dead = searches.findAlsoMeant(People.DISPATCHER, SearchQuery.of("景观灯"));
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
        assertThat(meant(People.DISPATCHER, "楼道堆放杂物有起火隐患"))
                .as("while the words are built anew")
                .contains(before);
        int steps = 0;
        while (building.step()) assertThat(++steps).isLessThan(50);
        String vectors = stored();
        meaning.run();
        assertThat(stored()).as("the same words keep their vectors").isEqualTo(vectors);
        assertThat(meant(People.DISPATCHER, "楼道堆放杂物有起火隐患")).contains(before);
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
        assertThat(jdbc.sql("select count(*) from search.meaning where key < 65536")
                        .query(Long.class)
                        .single())
                .isZero();
        assertThat(meant(People.DISPATCHER, "家里温度太低很冷")).isEqualTo(before);
        String after = about("暖气冰凉，屋里待不住人").dispatchedTo("housing").number();
        made();
        assertThat(meant(People.DISPATCHER, "家里温度太低很冷"))
                .as("new things lie beside the new centres")
                .contains(after);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0.5})
    void vectors_whose_index_is_cut_cost_the_page_nothing_else_and_are_made_anew(double kept) throws Exception {
        String lamp = about("人行天桥电梯停运").dispatchedTo("housing").number();
        CutFiles.vectors(owner);
        made();
        CutFiles.cut(owner, kept, "search.meaning_key");
        HttpResponse<String> page =
                ScreenClient.as(port, "dispatcher").get("/search?q=" + ArticlesForTests.encoded("天桥电梯停运"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains(lamp).doesNotContain("检索索引暂时不能使用");
        assertThat(meant(People.DISPATCHER, "过街的升降机坏了")).isEmpty();
        made();
        assertThat(meant(People.DISPATCHER, "过街的升降机坏了")).contains(lamp);
    }

    @Test
    void vectors_cut_in_half_are_made_anew_by_the_job_that_meets_them() throws Exception {
        CutFiles.vectors(owner);
        String lamp = about("地铁口扶梯停运").dispatchedTo("housing").number();
        made();
        String asked = generations.now().asked();
        CutFiles.cut(owner, 0.5, "search.meaning");
        walk.anew();
        meaning.run();
        meaning.run();
        assertThat(meant(People.DISPATCHER, "地铁站的自动楼梯坏了")).contains(lamp);
        assertThat(generations.now().asked()).as("the words' index stays").isEqualTo(asked);
        assertThat(jdbc.sql("select count(*) from search.meaning where key < 0")
                        .query(Long.class)
                        .single())
                .as("begun anew")
                .isZero();
    }

    private String stored() {
        return jdbc.sql("select md5(string_agg(thing::text || ctid::text, ',' order by thing)) from search.meaning")
                .query(String.class)
                .single();
    }
}
