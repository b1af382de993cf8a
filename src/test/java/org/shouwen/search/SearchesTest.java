package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.People;
import org.shouwen.ShouwenTest;
import org.shouwen.problems.BadInput;
import org.springframework.context.annotation.Import;

/** One box: what is found by words and numbers, by whom, and how soon. */
@ShouwenTest
@Import(IndexRun.class)
class SearchesTest extends SearchedCity {
    @Test
    void words_of_one_two_and_more_characters_find_what_holds_them_all() {
        String number = about("供热管网跑水，Ｄ１２３阀门井盖丢失", "青年大街砼搅拌站旁").number();
        index.now();
        for (String words : List.of("砼", "跑水", "供热管网", "井盖丢失", "跑水 井盖", "d123", "Ｄ123", "管网跑水，d123", "青年大街"))
            assertThat(found(People.DISPATCHER, words)).as(words).containsExactly(number);
        for (String words : List.of("跑气", "水跑", "水阀", "失青", "跑水 井箱", "供热井盖", "%", "_", "井盖\\"))
            assertThat(found(People.DISPATCHER, words)).as(words).isEmpty();
    }

    @Test
    void a_rare_character_is_not_taken_for_a_common_one() {
        String number = about("那座\uD855\uDD84堂旁边的院墙倒了").number(); // U+25584 ends like 善, U+5584
        index.now();
        for (String words : List.of("座\uD855\uDD84", "\uD855\uDD84", "\uD855\uDD84堂旁", "院墙"))
            assertThat(found(People.DISPATCHER, words)).as(words).containsExactly(number);
        for (String words : List.of("座善", "善堂", "善"))
            assertThat(found(People.DISPATCHER, words)).as(words).isEmpty();
    }

    @Test
    void a_hit_shows_where_it_was_found() {
        String number =
                about("家里三天没有来水，打电话也没有人接，请尽快处理停水问题").dispatchedTo("heating").number();
        index.now();
        SearchHit hit =
                searches.find(People.DISPATCHER, SearchQuery.of("停水 电话")).hits().getFirst();
        assertThat(hit.number()).isEqualTo(number);
        assertThat(hit.kind()).isEqualTo(ThingKind.ORDER);
        assertThat(hit.units()).containsExactly("heating");
        assertThat(hit.state()).isEqualTo("AWAITING_RECEIPT");
        assertThat(hit.channel()).isEqualTo("phone");
        assertThat(hit.page()).isEqualTo("/orders/" + number);
        assertThat(hit.marks().stream()
                        .map(m -> hit.snippet().substring(m.from(), m.to()))
                        .toList())
                .containsExactly("电话", "停水");
    }

    @Test
    void a_number_is_found_in_any_spelling() {
        String number = about("路灯不亮").number();
        index.now();
        String plain = number.replace("-", "");
        for (String typed : List.of(number, plain, "工单 " + number, number.replace('-', '－'), " " + number + "。"))
            assertThat(found(People.DISPATCHER, typed)).as(typed).containsExactly(number);
    }

    /** The index is behind by some seconds; who may see a thing never is. */
    @Test
    void filters_narrow_and_pages_follow_one_another() {
        for (int i = 0; i < 7; i++) {
            clock.pass(Duration.ofDays(9));
            about("树木倒伏挡路" + i).dispatchedTo(i % 2 == 0 ? "heating" : "housing");
        }
        index.now();
        SearchQuery all = SearchQuery.of("树木倒伏").page(null, 3);
        List<String> listed = new java.util.ArrayList<>();
        SearchPage page = searches.find(People.DISPATCHER, all);
        while (true) {
            assertThat(page.counts().all()).isEqualTo(7);
            listed.addAll(page.hits().stream().map(SearchHit::number).toList());
            if (page.next() == null) break;
            page = searches.find(People.DISPATCHER, all.page(page.next(), 3));
        }
        assertThat(listed).hasSize(7).doesNotHaveDuplicates().isSortedAccordingTo(java.util.Comparator.reverseOrder());
        SearchQuery oldest = with(Set.of(), SearchSort.OLDEST);
        assertThat(found(People.DISPATCHER, oldest)).isEqualTo(listed.reversed());
        assertThat(found(People.DISPATCHER, with(Set.of("housing"), SearchSort.NEWEST)))
                .hasSize(3);
        assertThat(found(People.DISPATCHER, with(Set.of("housing", "heating"), SearchSort.NEWEST)))
                .hasSize(7);
        assertThat(found(People.desk("heating"), with(Set.of("housing"), SearchSort.NEWEST)))
                .isEmpty();
    }

    private static SearchQuery with(Set<String> units, SearchSort sort) {
        return new SearchQuery(
                "树木倒伏",
                Set.of(),
                Set.of(),
                units,
                Set.of("heat-cold"),
                Set.of("210603"),
                Set.of("phone"),
                null,
                null,
                false,
                sort,
                null,
                20);
    }

    @Test
    void no_words_list_everything_that_is_there() {
        String number = about("井盖松动").dispatchedTo("heating").number();
        index.now();
        SearchPage page =
                searches.find(People.desk("heating"), SearchQuery.of(" ").kind(ThingKind.ORDER));
        assertThat(page.hits().getFirst().number()).isEqualTo(number);
        assertThat(found(People.DISPATCHER, SearchQuery.of("").kind(ThingKind.ORDER))
                        .getFirst())
                .isEqualTo(number);
        assertThatThrownBy(() -> SearchQuery.of("长".repeat(201))).isInstanceOf(BadInput.class);
        assertThat(found(People.DISPATCHER, "长".repeat(200))).isEmpty();
    }
}
