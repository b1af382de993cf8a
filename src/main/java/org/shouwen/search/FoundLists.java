package org.shouwen.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads whole lists, for tables: the same that the person's pages show, a stretch of words in memory at a time (Art. 21). */
@Component
@Basis(Clause.A21)
class FoundLists {
    private final Searches searches;
    private final GenerationStore generations;
    private final SearchStore store;
    private final ShownThings shown;
    private final TransactionTemplate reading;

    FoundLists(
            Searches searches,
            GenerationStore generations,
            SearchStore store,
            ShownThings shown,
            PlatformTransactionManager transactions) {
        this.searches = searches;
        this.generations = generations;
        this.store = store;
        this.shown = shown;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
    }

    /** All that the query finds for this person, not more than {@code most}; nothing while the index is broken. */
    FoundList whole(CurrentUser viewer, SearchQuery query, int most) {
        Asked asked = searches.asked(viewer, query);
        FoundList[] found = new FoundList[1];
        UnitScope.within(
                viewer.unitCode(),
                () -> found[0] = Objects.requireNonNull(reading.execute(_ -> whole(generations.now(), asked, most))));
        return found[0];
    }

    private FoundList whole(Generation g, Asked asked, int most) {
        if (g.state() == SearchPage.IndexState.BROKEN) return new FoundList(asked, List.of(), List.of(), false);
        List<FoundRow> all = store.rows(g, asked, null, most + 1);
        List<FoundRow> rows = List.copyOf(all.subList(0, Math.min(most, all.size())));
        return new FoundList(asked, rows, shown.numbers(g, asked, rows), all.size() > rows.size());
    }

    /** Reads the words of a list; what is gone meanwhile is left out. */
    void each(FoundList list, Consumer<SearchHit> each) {
        for (int from = 0; from < list.rows().size(); from += FoundList.STRETCH) {
            List<FoundRow> some = list.rows()
                    .subList(
                            from, Math.min(from + FoundList.STRETCH, list.rows().size()));
            List<SearchHit> hits = new ArrayList<>();
            UnitScope.within(
                    list.asked().viewer().unitCode(),
                    () -> reading.executeWithoutResult(
                            _ -> hits.addAll(searches.hits(generations.now(), list.asked(), some))));
            hits.forEach(each);
        }
    }
}
