package org.shouwen.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.shouwen.problems.BadInput;

/** The one reading of names and values: of the page's address, of the API and of what is stored. */
class SearchParametersTest {
    private static final SearchQuery ALL = new SearchQuery(
            "供热 不热 100%&=+",
            Set.of(ThingKind.ORDER, ThingKind.APPEAL),
            Set.of("IN_HAND", "WAITING"),
            Set.of("heating"),
            Set.of("heat-cold"),
            Set.of("210603"),
            Set.of("phone"),
            LocalDate.of(2026, 9, 1),
            LocalDate.of(2026, 9, 30),
            true,
            SearchSort.OLDEST,
            null,
            SearchQuery.USUAL);

    @Test
    void what_is_written_is_read_back_as_the_same_query() {
        assertThat(SearchParameters.read(SearchParameters.write(ALL))).isEqualTo(ALL);
        assertThat(SearchParameters.write(ALL))
                .as("the same query has one address, whatever the order of its values")
                .startsWith(
                        "q=%E4%BE%9B%E7%83%AD+%E4%B8%8D%E7%83%AD+100%25%26%3D%2B&kind=APPEAL&kind=ORDER&state=IN_HAND&state=WAITING&unit=heating");
        assertThat(SearchParameters.write(SearchQuery.of(""))).isEmpty();
        assertThat(SearchParameters.read("")).isEqualTo(SearchQuery.of(""));
    }

    @Test
    void stored_searches_of_the_first_release_are_read_for_ever() {
        assertThat(SearchParameters.read("q=%E6%BC%8F%E6%B0%B4&kind=ORDER&state=IN_HAND&unit=heating&class=heat-cold"
                        + "&place=210603&channel=phone&from=2026-09-01&to=2026-09-30&urgent=false&sort=NEAREST"))
                .isEqualTo(new SearchQuery(
                        "漏水",
                        Set.of(ThingKind.ORDER),
                        Set.of("IN_HAND"),
                        Set.of("heating"),
                        Set.of("heat-cold"),
                        Set.of("210603"),
                        Set.of("phone"),
                        LocalDate.of(2026, 9, 1),
                        LocalDate.of(2026, 9, 30),
                        false,
                        SearchSort.NEAREST,
                        null,
                        SearchQuery.USUAL));
        assertThat(SearchParameters.fields(ALL).keySet()).containsExactlyElementsOf(SearchParameters.NAMES);
    }

    @Test
    void what_was_left_empty_counts_as_left_out_and_blanks_are_made_regular() {
        SearchQuery read = SearchParameters.read(Map.of(
                "q", List.of("  供热　 不热\n"),
                "state", List.of("", " "),
                "from", List.of(""),
                "urgent", List.of(""),
                "sort", List.of(""),
                "other", List.of("x")));
        assertThat(read.words()).isEqualTo("供热 不热");
        assertThat(read.states()).isEmpty();
        assertThat(read.urgent()).isNull();
    }

    @Test
    void what_can_not_be_read_is_refused_by_name() {
        for (Map.Entry<String, String> wrong : Map.of(
                        "kind", "LETTER",
                        "from", "2026-02-30",
                        "to", "gestern",
                        "urgent", "maybe",
                        "sort", "RANDOM",
                        "limit", "201",
                        "q", "长".repeat(201))
                .entrySet())
            assertThatThrownBy(() -> SearchParameters.read(Map.of(wrong.getKey(), List.of(wrong.getValue()))))
                    .as(wrong.getKey())
                    .isInstanceOfSatisfying(
                            BadInput.class,
                            e -> assertThat(e.fields().getFirst().field()).isEqualTo(wrong.getKey()));
        assertThatThrownBy(
                        () -> SearchParameters.read(Map.of("from", List.of("2026-09-30"), "to", List.of("2026-09-01"))))
                .isInstanceOf(BadInput.class);
        assertThatThrownBy(() -> SearchParameters.read(Map.of(
                        "unit",
                        java.util.stream.IntStream.range(0, 51)
                                .mapToObj(i -> "u" + i)
                                .toList())))
                .isInstanceOf(BadInput.class);
    }

    @Test
    void characters_are_counted_as_people_see_them() {
        assertThat(SearchParameters.read(Map.of("q", List.of("😀".repeat(100)))).words())
                .hasSize(200);
    }
}
