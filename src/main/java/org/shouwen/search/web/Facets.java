package org.shouwen.search.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
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
    private final Directory directory;

    Facets(Searches searches, SearchLabels labels, Directory directory) {
        this.directory = directory;
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
        all.add(facet("place", query.places(), query, found, c -> counties(c.places()), viewer));
        all.add(facet("channel", query.channels(), query, found, SearchCounts::channels, viewer));
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

    /** Each place and the county that it lies in, which finds it as well. */
    private Map<String, Integer> counties(Map<String, Integer> places) {
        Map<String, Integer> all = new HashMap<>(places);
        places.forEach((code, n) -> {
            Place at = directory.place(code).orElse(null);
            for (String up = at == null ? null : at.parent(); up != null; ) {
                Place over = directory.place(up).orElse(null);
                if (over == null || over.level() == Place.Level.CITY) break;
                all.merge(up, n, Integer::sum);
                up = over.parent();
            }
        });
        return all;
    }

    /** Months of what was found, the latest first, each with its first and last day; none where a period is chosen. */
    static List<Month> months(SearchQuery query, SearchCounts found) {
        if (query.from() != null || query.to() != null) return List.of();
        return found.months().entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByKey().reversed())
                .limit(SHOWN)
                .map(e -> new Month(e.getKey(), count(e.getValue(), found.more())))
                .toList();
    }

    /** @param name such as 2026-11 */
    record Month(String name, String count) {}

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
