package org.shouwen.search.web;

import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.BadInput;
import org.shouwen.search.SavedSearch;
import org.shouwen.search.SavedSearches;
import org.shouwen.search.SearchCounts;
import org.shouwen.search.SearchParameters;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.Searches;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** A person's saved searches on pages: their names at once, what each finds now where it is asked for. */
@Component
class SavedModel {
    private final SavedSearches saved;
    private final Searches searches;
    private final SearchLabels labels;

    SavedModel(SavedSearches saved, Searches searches, SearchLabels labels) {
        this.saved = saved;
        this.searches = searches;
        this.labels = labels;
    }

    /**
     * @param words what it asks, in words
     * @param count how many it finds now for this person; empty where it can not be asked any more
     */
    record Counted(UUID id, String name, String query, String words, String count) {}

    void show(Model model, CurrentUser me) {
        model.addAttribute("saved", saved.of(me));
    }

    /** With what each finds now. */
    List<Counted> counted(CurrentUser me) {
        return saved.of(me).stream().map(s -> counted(s, me)).toList();
    }

    private Counted counted(SavedSearch s, CurrentUser me) {
        try {
            SearchQuery query = SearchParameters.read(s.query());
            SearchCounts counts = searches.find(me, query.page(null, 1)).counts();
            return new Counted(
                    s.id(), s.name(), s.query(), labels.sentence(query), Facets.count(counts.all(), counts.more()));
        } catch (BadInput gone) {
            return new Counted(s.id(), s.name(), s.query(), "", "");
        }
    }
}
