package org.shouwen.search.web;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.problems.Forms;
import org.shouwen.search.NumberLookup;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.WrittenPeriod;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** 检索: the one box of every page of staff, and the page of what it found. */
@Controller
class SearchScreens {
    private final NumberLookup numbers;
    private final YearNumberSearch years;
    private final SearchPageModel page;
    private final SavedModel saved;
    private final Forms forms;
    private final InstantSource clock;

    SearchScreens(
            NumberLookup numbers,
            YearNumberSearch years,
            SearchPageModel page,
            SavedModel saved,
            Forms forms,
            InstantSource clock) {
        this.numbers = numbers;
        this.years = years;
        this.page = page;
        this.saved = saved;
        this.forms = forms;
        this.clock = clock;
    }

    /** The address holds the whole search. */
    @GetMapping("/search")
    String search(
            @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal CurrentUser me, Model model) {
        SearchQuery[] query = new SearchQuery[1];
        if (forms.refused(model, () -> query[0] = SearchRequest.addressed(sent))) return blank(sent, me, model);
        if (!SearchRequest.asks(query[0])) return blank(sent, me, model);
        SearchRequest.told(sent, query[0], today()).ifPresent(p -> model.addAttribute("period", p));
        WrittenPeriod.in(query[0].words(), today(), "").ifPresent(p -> model.addAttribute("plain", p.word()));
        return found(query[0], SearchPageModel.personal(query[0]), me, model);
    }

    /**
     * What was typed into the box: a whole number leads to its order or appeal, however it was copied; words lead to the
     * address of the search, a day among them as its period, but for those that lead to a person: they stand in no address,
     * for addresses are kept in many places.
     */
    @PostMapping("/search")
    String typed(
            @RequestParam MultiValueMap<String, String> sent, @AuthenticationPrincipal CurrentUser me, Model model) {
        SearchQuery[] typed = new SearchQuery[1];
        if (forms.refused(model, () -> typed[0] = SearchRequest.typed(sent))) return blank(sent, me, model);
        SearchQuery query = typed[0];
        Optional<NumberLookup.Found> exact = query.number().flatMap(number -> numbers.find(number, me));
        if (exact.isPresent()) return "redirect:" + exact.get().page();
        List<NumberLookup.Found> ofYear = years.find(query.words(), me);
        if (ofYear.size() == 1) return "redirect:" + ofYear.getFirst().page();
        Optional<WrittenPeriod> period = SearchRequest.period(sent, query, today());
        SearchQuery within = period.map(p -> query.within(p)).orElse(query);
        if (SearchRequest.asks(within) && SearchPageModel.personal(within)) return found(within, true, me, model);
        return "redirect:" + SearchRequest.address(within)
                + period.map(SearchRequest::said).orElse("");
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), Limits.ZONE);
    }

    private String found(SearchQuery query, boolean personal, CurrentUser me, Model model) {
        if (forms.refused(model, () -> page.found(model, query, personal, me))) page.blank(model, query.words(), me);
        saved.show(model, me);
        return "search/search";
    }

    private String blank(MultiValueMap<String, String> sent, CurrentUser me, Model model) {
        String words = sent.getFirst("q");
        page.blank(model, words == null ? "" : words, me);
        saved.show(model, me);
        return "search/search";
    }
}
