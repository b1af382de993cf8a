package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.shouwen.Case;
import org.shouwen.People;
import org.shouwen.ScreenClient;
import org.shouwen.ShouwenTest;
import org.shouwen.appeal.AnAppeal;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Origin;
import org.shouwen.appeal.OwnAppeals;
import org.shouwen.appeal.Receipt;
import org.shouwen.identity.Identity;
import org.shouwen.knowledge.ArticlesForTests;
import org.shouwen.problems.WorkOrderNumber;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;

/** What is shown beside the hits: counts of every filter, what lies in a district, what was said later, and what fits best. */
@ShouwenTest
@Import(IndexRun.class)
class FoundBesideTest extends SearchedCity {
    @LocalServerPort
    int port;

    @Autowired
    OwnAppeals own;

    private Case at(String words, String place) {
        return cases.aCase(
                AnAppeal.saying(words).title("来电反映").place(place).by(Identity.of("何其正", "13800008888", "", null)));
    }

    private SearchPage page(SearchQuery query) {
        return searches.find(People.DISPATCHER, query);
    }

    private static SearchQuery with(String words, Set<String> places, SearchSort sort, String after, int size) {
        return new SearchQuery(
                words,
                Set.of(),
                Set.of(),
                Set.of(),
                Set.of(),
                places,
                Set.of(),
                null,
                null,
                null,
                sort,
                after.isEmpty() ? null : after,
                size);
    }

    @Test
    void a_district_finds_what_lies_in_its_towns_and_is_counted_with_them() throws Exception {
        String town = directory.placesUnder("210603").getFirst().code();
        String inTown = at("路口信号灯长红", town).number();
        String inDistrict = at("路口信号灯长红", "210603").number();
        String elsewhere = at("路口信号灯长红", "210602").number();
        index.now();
        assertThat(found(People.DISPATCHER, with("信号灯", Set.of("210603"), SearchSort.NEWEST, "", 20)))
                .containsExactlyInAnyOrder(inTown, inDistrict);
        assertThat(found(People.DISPATCHER, with("信号灯", Set.of(town), SearchSort.NEWEST, "", 20)))
                .containsExactly(inTown);
        SearchCounts counts = page(SearchQuery.of("信号灯")).counts();
        assertThat(counts.places())
                .containsEntry(town, 1)
                .containsEntry("210603", 1)
                .containsEntry("210602", 1);
        assertThat(counts.channels()).containsEntry("phone", 3);
        assertThat(counts.months().values()).containsExactly(3);
        assertThat(counts.urgent()).isZero();
        assertThat(elsewhere).isNotEmpty();

        String shown = ScreenClient.as(port, "dispatcher")
                .get("/search?q=" + ArticlesForTests.encoded("信号灯"))
                .body()
                .replaceAll("\\s+", " ");
        assertThat(shown)
                .containsPattern("name=\"place\" value=\"210603\">.{0,80}>2<")
                .containsPattern("name=\"channel\" value=\"phone\">.{0,80}>3<")
                .containsPattern("name=\"month\" value=\"\\d{4}-\\d\\d\">.{0,120}>3<")
                .contains("非紧急 (3)");
    }

    @Test
    void a_month_is_chosen_in_one_step() throws Exception {
        at("路灯晚上不亮了", "210603");
        index.now();
        String month = page(SearchQuery.of("路灯晚上"))
                .counts()
                .months()
                .keySet()
                .iterator()
                .next();
        String to = ScreenClient.as(port, "dispatcher")
                .post("/search", java.util.Map.of("q", "路灯晚上", "month", month))
                .headers()
                .firstValue("Location")
                .orElseThrow();
        assertThat(to).contains("from=" + month + "-01").contains("to=" + month);
    }

    @Test
    void the_title_shows_what_was_asked_for() throws Exception {
        cases.aCase(AnAppeal.saying("三天没有热水").title("热水管爆裂").by(Identity.of("何其正", "13800008888", "", null)));
        index.now();
        SearchHit hit = page(SearchQuery.of("爆裂")).hits().getFirst();
        assertThat(hit.titleMarks()).containsExactly(new SearchHit.Mark(3, 5));
        assertThat(ScreenClient.as(port, "dispatcher")
                        .get("/search?q=" + ArticlesForTests.encoded("爆裂"))
                        .body())
                .contains("热水管<mark>爆裂</mark>");
    }

    @Test
    void what_units_reported_and_people_added_is_found_without_who_they_are() {
        Case order = at("楼下餐馆油烟大", "210603").dispatchedTo("heating").received();
        Receipt other = intake.take(
                        AnAppeal.saying("楼道里堆满了纸箱").by(Identity.of("何其正", "13800008888", "", null)),
                        new Disposition.Ordered(null, null, null),
                        Origin.of(People.AGENT, null),
                        People.AGENT)
                .orThrow();
        index.now();
        assertThat(found(People.DISPATCHER, "已更换阀门")).doesNotContain(order.number());
        own.add(new WorkOrderNumber(other.number()), other.code(), "纸箱又多了一倍，何其正13800008888等回话");
        order.reported();
        index.now();
        assertThat(found(People.DISPATCHER, "又多了一倍")).containsExactly(other.number());
        assertThat(found(People.DISPATCHER, "何其正")).isEmpty();
        assertThat(found(People.DISPATCHER, "堆满了纸箱")).containsExactly(other.number());
        assertThat(found(People.DISPATCHER, "已更换阀门")).contains(order.number());
    }

    @Test
    void what_fits_the_words_best_comes_first_and_pages_lead_on() {
        String once = at("门前垃圾没人清，物业说明天", "210603").number();
        String often = at("垃圾站旁垃圾成堆，垃圾味道大", "210603").number();
        String title = cases.aCase(
                        AnAppeal.saying("垃圾一周没有清运").title("垃圾清运").by(Identity.of("何其正", "13800008888", "", null)))
                .number();
        at("垃圾桶坏了", "210603");
        index.now();
        List<String> all = found(People.DISPATCHER, with("垃圾", Set.of(), SearchSort.NEAREST, "", 20));
        assertThat(all.getFirst()).isEqualTo(title);
        assertThat(all.indexOf(often)).isLessThan(all.indexOf(once));
        SearchPage first = page(with("垃圾", Set.of(), SearchSort.NEAREST, "", 2));
        List<String> paged = Stream.concat(
                        first.hits().stream(),
                        page(with("垃圾", Set.of(), SearchSort.NEAREST, Objects.requireNonNull(first.next()), 20))
                                .hits()
                                .stream())
                .map(SearchHit::number)
                .toList();
        assertThat(paged).isEqualTo(all);
    }

    @Test
    void a_busy_minute_is_in_the_index_within_five_seconds() {
        for (int i = 0; i < 60; i++) at("电瓶车进楼充电" + i, "210603");
        long from = System.nanoTime();
        index.now();
        Duration took = Duration.ofNanos(System.nanoTime() - from);
        assertThat(page(SearchQuery.of("电瓶车进楼")).counts().all()).isEqualTo(60);
        assertThat(page(SearchQuery.of("电瓶车进楼")).behind()).isZero();
        assertThat(took.plusSeconds(1))
                .as("the run and the second until it begins")
                .isLessThan(Duration.ofSeconds(5));
    }
}
