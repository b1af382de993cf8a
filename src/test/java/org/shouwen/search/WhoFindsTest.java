package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Origin;
import org.shouwen.directory.UnitId;
import org.shouwen.identity.Identity;
import org.shouwen.workorder.Command;
import org.springframework.context.annotation.Import;

/** Everybody finds and counts what they may see (Art. 21). */
@ShouwenTest
@Import(IndexRun.class)
class WhoFindsTest extends SearchedCity {
    private String waiting(String words) {
        return intake.submit(
                        AnAppeal.saying(words).by(Identity.of("何其正", "13800008888", "", null)),
                        Origin.of(People.AGENT, null),
                        People.AGENT.actor(),
                        null)
                .number();
    }

    @Test
    void an_appeal_is_found_at_the_desk_and_afterwards_as_its_order() {
        String number = waiting("楼道堆放杂物堵塞消防通道");
        index.now();
        assertThat(searches.find(People.AGENT, SearchQuery.of("消防通道")).hits())
                .singleElement()
                .satisfies(h -> assertThat(h.kind()).isEqualTo(ThingKind.APPEAL))
                .satisfies(h -> assertThat(h.page()).isEqualTo("/appeals/" + number));
        assertThat(found(People.BUREAU, "消防通道")).as("does not open appeals").isEmpty();
        intake.decide(number, new org.shouwen.appeal.Disposition.Ordered(null, null, null), null, People.AGENT, null)
                .orThrow();
        index.now();
        for (CurrentUser who : List.of(People.AGENT, People.BUREAU))
            assertThat(searches.find(who, SearchQuery.of("消防通道")).hits())
                    .singleElement()
                    .satisfies(h -> assertThat(h.kind()).isEqualTo(ThingKind.ORDER));
    }

    @Test
    void a_unit_finds_its_own_orders_and_counts_nothing_else() {
        String led = about("地下车库反水").dispatchedTo("heating").number();
        String shared = about("地下车库反水").dispatchedTo("zhenxing", "heating").number();
        about("地下车库反水").dispatchedTo("housing");
        about("地下车库反水");
        index.now();
        SearchPage page = searches.find(People.desk("heating"), SearchQuery.of("车库反水"));
        assertThat(page.hits().stream().map(SearchHit::number)).containsExactlyInAnyOrder(led, shared);
        assertThat(page.counts().all()).isEqualTo(2);
        assertThat(page.counts().units()).isEqualTo(java.util.Map.of("heating", 1, "zhenxing", 1));
        assertThat(searches.find(People.desk("police"), SearchQuery.of("车库反水")).counts())
                .isEqualTo(SearchCounts.NONE);
        assertThat(searches.find(People.DISPATCHER, SearchQuery.of("车库反水"))
                        .counts()
                        .all())
                .isEqualTo(4);
    }

    @Test
    void whoever_loses_an_order_finds_it_no_more_before_the_index_has_heard() {
        Case order = about("电梯困人多次").dispatchedTo("heating");
        index.now();
        assertThat(found(People.desk("heating"), "电梯困人")).hasSize(1);
        order.then(new Command.Recall("转错单位"), People.DISPATCHER);
        assertThat(found(People.desk("heating"), "电梯困人")).isEmpty();
    }

    @Test
    void where_something_is_kept_from_units_they_do_not_find_it_by_its_place() {
        String number = about("供热不足", "江城大街硚头").dispatchedTo("heating").number();
        index.now();
        assertThat(found(People.desk("heating"), "江城大街硚头")).containsExactly(number);
        orders.act(number, new Command.NameAccused(new UnitId("housing"), ""), People.DISPATCHER, null)
                .orThrow();
        for (int i = 0; i < 2; i++) {
            assertThat(found(People.desk("heating"), "江城大街硚头")).isEmpty();
            assertThat(found(People.desk("heating"), "供热不足")).containsExactly(number);
            assertThat(found(People.DISPATCHER, "江城大街硚头")).containsExactly(number);
            index.now();
        }
    }

    @Test
    void whoever_is_complained_about_finds_nothing_and_counts_nothing() {
        intake.submit(
                AnAppeal.saying("坐席态度恶劣挂断电话").accused("坐席钱冷淡").by(Identity.of("何其正", "13800008888", "", null)),
                Origin.of(People.AGENT, null),
                People.AGENT.actor(),
                null);
        index.now();
        CurrentUser accused = People.person("钱冷淡", null, Role.AGENT, Role.DISPATCHER);
        assertThat(searches.find(accused, SearchQuery.of("态度恶劣")).counts()).isEqualTo(SearchCounts.NONE);
        assertThat(found(People.AGENT, "态度恶劣")).hasSize(1);
    }

    @Test
    void units_and_their_people_are_found_by_everybody() {
        String name = directory.name(new UnitId("heating"));
        SearchPage page =
                searches.find(People.desk("police"), SearchQuery.of(name).kind(ThingKind.UNIT));
        assertThat(page.hits()).extracting(SearchHit::title).containsExactly(name);
        assertThat(searches.find(People.person("审计", null, Role.AUDITOR), SearchQuery.of(name))
                        .counts()
                        .kinds())
                .containsKey(ThingKind.UNIT)
                .doesNotContainKeys(ThingKind.ORDER, ThingKind.APPEAL, ThingKind.ARTICLE);
    }

    @Test
    void a_telephone_number_finds_for_those_who_take_calls_and_is_on_record() {
        String number = about("阳台漏雨").number();
        index.now();
        int before = history.searches(null, 50).items().size();
        assertThat(found(People.AGENT, "138 0000 8888")).contains(number);
        assertThat(history.searches(null, 50).items()).hasSize(before + 1);
        assertThat(found(People.SUPERVISOR, "13800008888")).isEmpty();
        assertThat(found(People.desk("heating"), "13800008888")).isEmpty();
        assertThat(history.searches(null, 50).items()).hasSize(before + 1);
    }
}
