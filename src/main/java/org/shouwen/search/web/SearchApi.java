package org.shouwen.search.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.search.SearchCounts;
import org.shouwen.search.SearchHit;
import org.shouwen.search.SearchPage;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.SearchSort;
import org.shouwen.search.Searches;
import org.shouwen.search.ThingKind;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Search for integrators: the parameters, and what may be found, are those of the page's address. */
@RestController
class SearchApi {
    private final Searches searches;

    SearchApi(Searches searches) {
        this.searches = searches;
    }

    /**
     * @param next to be passed as {@code after} for the next page; null on the last
     * @param counts of all that was found; where {@code more} is true there are more than were counted
     * @param behindSeconds how long the oldest change that is not in the index yet has waited
     * @param meant what means about the same and does not hold all the words, nearest first; on the first page alone, and
     *     counted nowhere. Empty where the city has no model
     */
    record Found(
            List<SearchHit> hits,
            @Nullable String next,
            SearchCounts counts,
            long behindSeconds,
            SearchPage.IndexState index,
            List<SearchHit> meant) {}

    /** The parameters are named for the description; they are read as the page reads them. */
    @GetMapping("/api/v1/search")
    Found search(
            @RequestParam(name = "q", required = false) @Nullable String words,
            @RequestParam(name = "kind", required = false) @Nullable List<ThingKind> kinds,
            @RequestParam(name = "state", required = false) @Nullable List<String> states,
            @RequestParam(name = "unit", required = false) @Nullable List<String> units,
            @RequestParam(name = "class", required = false) @Nullable List<String> classes,
            @RequestParam(name = "place", required = false) @Nullable List<String> places,
            @RequestParam(name = "channel", required = false) @Nullable List<String> channels,
            @RequestParam(name = "from", required = false) @Nullable LocalDate from,
            @RequestParam(name = "to", required = false) @Nullable LocalDate to,
            @RequestParam(name = "urgent", required = false) @Nullable Boolean urgent,
            @RequestParam(name = "sort", required = false) @Nullable SearchSort sort,
            @RequestParam(name = "after", required = false) @Nullable String after,
            @RequestParam(name = "limit", defaultValue = "20") int limit,
            HttpServletRequest request,
            @AuthenticationPrincipal CurrentUser by) {
        SearchQuery query = SearchRequest.addressed(sent(request));
        SearchPage page = searches.findAlsoMeant(by, query);
        return new Found(
                page.hits(), page.next(), page.counts(), page.behind().toSeconds(), page.index(), page.meant());
    }

    private static Map<String, List<String>> sent(HttpServletRequest request) {
        return request.getParameterMap().entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> Arrays.asList(e.getValue())));
    }
}
