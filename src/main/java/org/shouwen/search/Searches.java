package org.shouwen.search;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.problems.After;
import org.shouwen.problems.WorkOrderNumber;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.rowsecurity.UnitScope;
import org.shouwen.search.NearestStore.Near;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Service for search: finds what whoever asks may see, and counts nothing else (Art. 21). */
@Service("searchOfAllThings")
@Basis(Clause.A21)
public class Searches {
    private static final Logger LOG = LoggerFactory.getLogger(Searches.class);

    private final List<SearchableThings> owners;
    private final List<AppealsOfNumber> telephones;
    private final GenerationStore generations;
    private final SearchStore store;
    private final ShownThings shown;
    private final MeantThings meant;
    private final IndexMending mending;
    private final Directory directory;
    private final TransactionTemplate reading;
    private final InstantSource clock;

    Searches(
            List<SearchableThings> owners,
            List<AppealsOfNumber> telephones,
            GenerationStore generations,
            SearchStore store,
            ShownThings shown,
            MeantThings meant,
            IndexMending mending,
            Directory directory,
            PlatformTransactionManager transactions,
            InstantSource clock) {
        this.owners = List.copyOf(owners);
        this.telephones = List.copyOf(telephones);
        this.generations = generations;
        this.store = store;
        this.shown = shown;
        this.meant = meant;
        this.mending = mending;
        this.directory = directory;
        this.reading = new TransactionTemplate(transactions);
        reading.setReadOnly(true);
        this.clock = clock;
    }

    /** Kinds of things that this person may find. */
    public List<ThingKind> kinds(CurrentUser viewer) {
        return owners.stream()
                .filter(o -> o.open(viewer))
                .map(SearchableThings::kind)
                .sorted()
                .toList();
    }

    /** What the words of the query find for this person. */
    public SearchPage find(CurrentUser viewer, SearchQuery query) {
        return find(asked(viewer, query));
    }

    /** The same, and beside it what means about the same, where the city has a model: for a page that somebody reads. */
    public SearchPage findAlsoMeant(CurrentUser viewer, SearchQuery query) {
        Asked asked = asked(viewer, query);
        Future<List<Near>> near = meant.ask(asked);
        SearchPage page = find(asked);
        if (near == null || page.index() == SearchPage.IndexState.BROKEN) return page;
        try {
            List<Near> nearest = MeantThings.await(near);
            if (nearest.isEmpty()) return page;
            List<SearchHit> also = new ArrayList<>();
            UnitScope.within(viewer.unitCode(), () -> also.addAll(meant(asked, nearest, page)));
            return page.also(also);
        } catch (DataAccessException e) {
            LOG.error("没能按意思查。What means the same can not be looked up; what the words found is shown.", e);
            mending.noted(e);
            return page;
        }
    }

    private SearchPage find(Asked asked) {
        After after = After.parse(asked.query().after());
        SearchPage[] page = new SearchPage[1];
        UnitScope.within(asked.viewer().unitCode(), () -> page[0] = find(asked, after));
        return page[0];
    }

    private List<SearchHit> meant(Asked asked, List<Near> nearest, SearchPage page) {
        return Objects.requireNonNull(reading.execute(_ -> {
            Generation g = generations.now();
            shown.asWhoeverAsks(asked);
            return hits(g, asked, meant.rows(g, asked, nearest, page.counts().all()));
        }));
    }

    private SearchPage find(Asked asked, @Nullable After after) {
        try {
            // what a unit asks for stands in its transaction; of anybody else's one statement does not need the other
            return asked.ofUnit()
                    ? Objects.requireNonNull(reading.execute(_ -> page(asked, after)))
                    : page(asked, after);
        } catch (DataAccessException e) {
            if (!mending.noted(e)) throw e;
            LOG.error("检索索引已损坏。The search index is damaged.", e);
            return broken(generations.now());
        }
    }

    private SearchPage broken(Generation g) {
        return new SearchPage(List.of(), null, SearchCounts.NONE, behind(g), SearchPage.IndexState.BROKEN, List.of());
    }

    Asked asked(CurrentUser viewer, SearchQuery query) {
        List<SearchableThings> open = owners.stream()
                .filter(o -> query.kinds().isEmpty() || query.kinds().contains(o.kind()))
                .filter(o -> o.open(viewer))
                .toList();
        return new Asked(
                viewer, query, AskedWords.of(query.words()), open, numbers(viewer, query), within(query.places()));
    }

    /** Places with all that lies in them. */
    private Set<String> within(Set<String> places) {
        Set<String> all = new HashSet<>(places);
        for (String code : places)
            all.addAll(
                    within(directory.placesUnder(code).stream().map(Place::code).collect(Collectors.toSet())));
        return all;
    }

    /** A number of the product in any spelling, or a telephone number where this person may search by one. */
    private @Nullable List<String> numbers(CurrentUser viewer, SearchQuery query) {
        Optional<WorkOrderNumber> given = query.number();
        if (given.isPresent()) return List.of(given.get().text());
        return telephones.stream()
                .flatMap(t -> t.ofNumber(query.words(), viewer).stream())
                .findFirst()
                .orElse(null);
    }

    private SearchPage page(Asked asked, @Nullable After after) {
        Generation g = generations.now();
        if (g.state() == SearchPage.IndexState.BROKEN) return broken(g);
        SearchPage page = page(g, asked, after);
        // without a transaction nothing keeps a copy from being emptied when the other has taken its place
        if (asked.ofUnit() || page.full(asked.query().size(), after == null)) return page;
        return generations.now().asked().equals(g.asked()) ? page : page(asked, after);
    }

    private SearchPage page(Generation g, Asked asked, @Nullable After after) {
        int size = asked.query().size();
        List<FoundRow> all = store.rows(g, asked, null, SearchCounts.MOST + 1);
        List<FoundRow> rest = after == null ? all : FoundPlace.behind(all, asked, after);
        List<FoundRow> found =
                after != null && rest.size() <= size && all.size() > SearchCounts.MOST && !SearchStore.nearest(asked)
                        ? store.rows(g, asked, after, size + 1)
                        : rest;
        List<FoundRow> shown = found.subList(0, Math.min(size, found.size()));
        String next =
                found.size() > size ? FoundPlace.of(asked, shown.getLast()).toString() : null;
        return new SearchPage(hits(g, asked, shown), next, SearchCounts.of(all), behind(g), g.state(), List.of());
    }

    /** What was found, as whoever asked may read it. */
    List<SearchHit> hits(Generation g, Asked asked, List<FoundRow> rows) {
        return ReadableHit.of(
                rows, shown.of(g, asked, rows.stream().map(FoundRow::id).toList()), asked);
    }

    private Duration behind(Generation g) {
        if (g.caughtUp() == null) return Duration.ZERO;
        Duration behind = Duration.between(g.caughtUp(), clock.instant());
        return behind.isNegative() ? Duration.ZERO : behind;
    }
}
