package org.shouwen.search.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.problems.GivenNumber;
import org.shouwen.search.NumberLookup;
import org.shouwen.search.PersonSearches;
import org.shouwen.search.PersonalWords;
import org.shouwen.search.SearchCounts;
import org.shouwen.search.SearchHit;
import org.shouwen.search.SearchPage;
import org.shouwen.search.SearchParameters;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.SearchSort;
import org.shouwen.search.Searches;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** What the page of search shows: the box, what was found, the filters with their counts, and a word where one is needed. */
@Component
class SearchPageModel {
    /** Who may ask for a topic report of what was found. */
    private static final Set<Role> TOPICS =
            Set.of(Role.BUREAU, Role.SUPERVISOR, Role.DISPATCHER, Role.UNIT_DESK, Role.UNIT_LEADER);

    /** So late a change may be found; older than this the index is told to be behind. */
    private static final Duration USUAL = Duration.ofSeconds(5);

    private final Searches searches;
    private final NumberLookup numbers;
    private final YearNumberSearch years;
    private final PersonSearches persons;
    private final Facets facets;
    private final SearchLabels labels;
    private final Directory directory;

    SearchPageModel(
            Searches searches,
            NumberLookup numbers,
            YearNumberSearch years,
            PersonSearches persons,
            Facets facets,
            SearchLabels labels,
            Directory directory) {
        this.searches = searches;
        this.numbers = numbers;
        this.years = years;
        this.persons = persons;
        this.facets = facets;
        this.labels = labels;
        this.directory = directory;
    }

    /** A filter in use. */
    record Chip(String name, String value, String label) {}

    /** The page before anything was asked, or with words that can not be taken. */
    void blank(Model model, String words, CurrentUser me) {
        frame(model, SearchQuery.of(""), false, me);
        model.addAttribute("words", words);
        model.addAttribute("asked", false);
    }

    /** @param personal the words lead to a person: the page has no address, and who looked is on record */
    void found(Model model, SearchQuery query, boolean personal, CurrentUser me) {
        frame(model, query, personal, me);
        model.addAttribute("asked", true);
        SearchPage page = searches.findAlsoMeant(me, query);
        List<NumberLookup.Found> tails = query.after() != null ? List.of() : numbered(query.words(), me);
        if (personal)
            persons.record(
                    Stream.concat(page.hits().stream(), page.meant().stream())
                            .map(SearchHit::number)
                            .filter(n -> !n.isEmpty())
                            .toList(),
                    me);
        model.addAttribute("tails", tails);
        model.addAttribute("hits", page.hits().stream().map(ShownHit::of).toList());
        model.addAttribute("meant", page.meant().stream().map(ShownHit::of).toList());
        model.addAttribute("next", page.next());
        model.addAttribute(
                "count", Facets.count(page.counts().all(), page.counts().more()));
        model.addAttribute("facets", facets.of(query, page.counts(), me));
        model.addAttribute("months", Facets.months(query, page.counts()));
        model.addAttribute("urgentCount", urgent(page.counts()));
        model.addAttribute("said", words(query, page));
        model.addAttribute("behind", page.behind().toSeconds());
    }

    /** What bears the number of a year that was typed, else what ends with the digits that were. */
    private List<NumberLookup.Found> numbered(String words, CurrentUser me) {
        List<NumberLookup.Found> ofYear = years.find(words, me);
        if (!ofYear.isEmpty()) return ofYear;
        return GivenNumber.tail(words).map(t -> numbers.endingWith(t, me)).orElse(List.of());
    }

    private void frame(Model model, SearchQuery query, boolean personal, CurrentUser me) {
        model.addAttribute("desk", me.has(Role.AGENT) || me.has(Role.DISPATCHER));
        model.addAttribute("topics", me.roles().stream().anyMatch(TOPICS::contains));
        model.addAttribute("searching", true);
        model.addAttribute("personal", personal);
        model.addAttribute("query", query);
        model.addAttribute("words", query.words());
        model.addAttribute("written", personal ? "" : SearchParameters.write(query));
        model.addAttribute("sorts", SearchSort.values());
        model.addAttribute("chips", chips(query));
        model.addAttribute("places", places());
        model.addAttribute("channels", labels.channels());
        // people of a unit find its own alone
        model.addAttribute("units", me.unit() == null ? directory.units() : List.of());
        model.addAttribute("classes", directory.matterClasses());
        model.addAttribute("states", SearchLabels.CODES);
    }

    /** How many are urgent and how many are not, of what is counted, as they are shown. */
    private static Map<String, String> urgent(SearchCounts counts) {
        return Map.of(
                "true", Facets.count(counts.urgent(), counts.more()),
                "false", Facets.count(counts.all() - counts.urgent(), counts.more()));
    }

    /** Message keys of what has to be said about the answer itself. */
    private static List<String> words(SearchQuery query, SearchPage page) {
        List<String> words = new ArrayList<>();
        switch (page.index()) {
            case READY -> {}
            case BUILDING -> words.add("search.building");
            case BROKEN -> words.add("search.broken");
        }
        if (page.index() != SearchPage.IndexState.BROKEN && page.behind().compareTo(USUAL) > 0)
            words.add("search.behind");
        if (query.words().codePointCount(0, query.words().length()) == 1
                && page.counts().all() > 0) words.add("search.one-character");
        return words;
    }

    private List<Chip> chips(SearchQuery query) {
        List<Chip> chips = new ArrayList<>();
        SearchParameters.fields(query).forEach((name, values) -> {
            if (!name.equals("q") && !name.equals("sort"))
                for (String value : values)
                    chips.add(
                            new Chip(name, value, labels.text("search.field." + name) + " " + labels.of(name, value)));
        });
        return chips;
    }

    /** Districts, each followed by its towns. */
    private List<Place> places() {
        List<Place> all = new ArrayList<>();
        for (Place county : directory.placesUnder(null)) {
            all.add(county);
            all.addAll(directory.placesUnder(county.code()));
        }
        return all;
    }

    static boolean personal(SearchQuery query) {
        return PersonalWords.in(query.words());
    }
}
