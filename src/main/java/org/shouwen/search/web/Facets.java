package org.shouwen.search.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.search.SearchCounts;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.Searches;
import org.springframework.stereotype.Component;

/**
 * The filters beside what was found. Choices of one filter are alternatives: they are counted as if this filter were not
 * set, so that the figure says what choosing it as well would bring.
 */
@Component
class Facets {
    private static final int SHOWN = 8;

    private final Searches searches;
    private final SearchLabels labels;

    Facets(Searches searches, SearchLabels labels) {
        this.searches = searches;
        this.labels = labels;
    }

    /** @param found counts under all filters of the query */
    List<Facet> of(SearchQuery query, SearchCounts found, CurrentUser viewer) {
        List<Facet> all = new ArrayList<>();
        all.add(facet("kind", names(query.kinds()), query, found, c -> names(c.kinds()), viewer));
        all.add(facet("state", query.states(), query, found, SearchCounts::states, viewer));
        all.add(facet("unit", query.units(), query, found, SearchCounts::units, viewer));
        all.add(facet("class", query.classes(), query, found, SearchCounts::classes, viewer));
        return all.stream().filter(f -> !f.choices().isEmpty()).toList();
    }

    private Facet facet(
            String name,
            Set<String> chosen,
            SearchQuery query,
            SearchCounts found,
            Function<SearchCounts, Map<String, Integer>> part,
            CurrentUser viewer) {
        SearchCounts counts = chosen.isEmpty()
                ? found
                : searches.find(viewer, without(name, query)).counts();
        Map<String, Integer> of = part.apply(counts);
        Set<String> values = new LinkedHashSet<>(chosen.stream().sorted().toList());
        of.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .limit(SHOWN)
                .forEach(values::add);
        return new Facet(
                name,
                values.stream()
                        .map(v -> new Facet.Choice(
                                v, labels.of(name, v), count(of.getOrDefault(v, 0), counts.more()), chosen.contains(v)))
                        .toList());
    }

    /** How many as it is shown: at least so many where not all were counted. */
    static String count(int counted, boolean more) {
        return more ? counted + "+" : String.valueOf(counted);
    }

    /** The same query without one of its filters. */
    static SearchQuery without(String name, SearchQuery q) {
        return new SearchQuery(
                q.words(),
                name.equals("kind") ? Set.of() : q.kinds(),
                name.equals("state") ? Set.of() : q.states(),
                name.equals("unit") ? Set.of() : q.units(),
                name.equals("class") ? Set.of() : q.classes(),
                name.equals("place") ? Set.of() : q.places(),
                name.equals("channel") ? Set.of() : q.channels(),
                q.from(),
                q.to(),
                q.urgent(),
                q.sort(),
                null,
                1);
    }

    private static Map<String, Integer> names(Map<? extends Enum<?>, Integer> counts) {
        return counts.entrySet().stream()
                .collect(Collectors.toMap(e -> e.getKey().name(), Map.Entry::getValue));
    }

    private static Set<String> names(Collection<? extends Enum<?>> constants) {
        return constants.stream().map(Enum::name).collect(Collectors.toSet());
    }
}
