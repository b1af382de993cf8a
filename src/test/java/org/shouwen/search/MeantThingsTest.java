package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Intake;
import org.shouwen.appeal.Origin;
import org.shouwen.identity.Identity;
import org.shouwen.meaning.BroughtModel;
import org.shouwen.workorder.Command;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What means the same in other words is found beside the words: by whoever may see it, and counted nowhere (Art. 21). */
@ShouwenTest
@Import(IndexRun.class)
class MeantThingsTest extends MeantCity {
    @Autowired
    Intake intake;

    @Test
    void what_means_the_same_is_found_beside_the_words_and_counted_nowhere() {
        String dark = about("巷子里照明坏了，天黑以后一片漆黑").dispatchedTo("housing").number();
        String lamp = about("小区路灯不亮，晚上看不见路").dispatchedTo("housing").number();
        about("公交卡余额退款拖了三个月").dispatchedTo("heating");
        made();
        SearchPage page = searches.findAlsoMeant(People.DISPATCHER, SearchQuery.of("路灯不亮"));
        assertThat(numbers(page.hits())).contains(lamp);
        assertThat(numbers(page.meant()))
                .as("other words, once, and not what the words found")
                .contains(dark)
                .doesNotContain(lamp);
        SearchPage alone = searches.findAlsoMeant(People.DISPATCHER, SearchQuery.of("晚上走路没有灯怎么办"));
        assertThat(alone.hits()).isEmpty();
        assertThat(numbers(alone.meant())).startsWith(lamp);
        assertThat(alone.counts()).isEqualTo(SearchCounts.NONE);
        SearchQuery asked = SearchQuery.of("晚上走路没有灯怎么办");
        assertThat(searches.findAlsoMeant(People.DISPATCHER, asked.kind(ThingKind.UNIT))
                        .meant())
                .as("filters hold")
                .isEmpty();
        assertThat(meant(People.DISPATCHER, "13800008888 路灯不亮"))
                .as("who leads to a person is not asked by meaning")
                .isEmpty();
        BroughtModel.end(embedder);
        assertThat(searches.findAlsoMeant(People.DISPATCHER, SearchQuery.of("路灯不亮")))
                .as("without the model everything else is the same")
                .isEqualTo(page.also(List.of()));
    }

    @Test
    void a_unit_finds_its_own_by_meaning_and_loses_it_with_the_order() {
        String own = about("电梯经常把人关在里面").dispatchedTo("heating").number();
        Case foreign = about("电梯总是困人没有人修").dispatchedTo("housing");
        made();
        assertThat(meant(People.desk("heating"), "坐电梯被困在里面")).contains(own).doesNotContain(foreign.number());
        assertThat(meant(People.desk("housing"), "坐电梯被困在里面"))
                .contains(foreign.number())
                .doesNotContain(own);
        assertThat(meant(People.desk("police"), "坐电梯被困在里面")).isEmpty();
        assertThat(meant(People.DISPATCHER, "坐电梯被困在里面")).contains(own, foreign.number());
        foreign.then(new Command.Recall("转错单位"), People.DISPATCHER);
        assertThat(meant(People.desk("housing"), "坐电梯被困在里面"))
                .as("before index and vectors have heard")
                .doesNotContain(foreign.number());
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
                        null)
                .number();
        made();
        assertThat(meant(People.AGENT, "接线员态度恶劣摔电话骂人")).startsWith(number);
        assertThat(meant(People.person("钱冷淡", null, Role.AGENT, Role.DISPATCHER), "接线员态度恶劣摔电话骂人"))
                .doesNotContain(number);
    }

    @Test
    void what_is_kept_from_units_is_in_no_vector() {
        String number = about("物业乱收电梯费").dispatchedTo("heating").number();
        made();
        String before = jdbc.sql(
                        "select digest::text from search.meaning m join workorder.work_order o on o.id = m.thing where o.number = :n")
                .param("n", number)
                .query(String.class)
                .single();
        jdbc.sql("update search.thing_" + generations.now().asked() + " set words = words || '另一处地点' where number = :n")
                .param("n", number)
                .update();
        walk.anew();
        meaning.run();
        assertThat(jdbc.sql(
                                "select digest::text from search.meaning m join workorder.work_order o on o.id = m.thing where o.number = :n")
                        .param("n", number)
                        .query(String.class)
                        .single())
                .isEqualTo(before);
    }
}
