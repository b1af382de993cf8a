package org.shouwen.reporting.topics;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.appeal.MaskedSamples;
import org.shouwen.calendar.Limits;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.reporting.figures.LeaderFigures;
import org.shouwen.search.SearchHit;
import org.shouwen.search.SearchPage;
import org.shouwen.search.SearchQuery;
import org.shouwen.search.SearchSort;
import org.shouwen.search.Searches;
import org.shouwen.search.ThingKind;
import org.springframework.stereotype.Service;

/** The door to topic reports: counts what a search of appeals and orders finds for whoever asks (Art. 2, 21). */
@Service
@Basis(Clause.A2)
public class TopicReports {
    private static final int PAGE = 200;
    private static final int OTHERS = 400;
    private static final int WORDS = 20;
    private static final int EXAMPLES = 5;
    private static final int QUOTED_FROM = 60;

    private final Searches searches;
    private final MaskedSamples samples;
    private final LeaderFigures leader;

    TopicReports(Searches searches, MaskedSamples samples, LeaderFigures leader) {
        this.searches = searches;
        this.samples = samples;
        this.leader = leader;
    }

    public Topic of(CurrentUser viewer, SearchQuery asked) {
        SearchQuery query = of(asked, asked.words());
        List<SearchHit> hits = new ArrayList<>();
        boolean more = collect(viewer, query, Topic.MOST, hits);
        List<SearchHit> others = new ArrayList<>();
        if (!asked.words().isEmpty()) collect(viewer, of(asked, ""), OTHERS, others);
        return new Topic(
                hits.size(),
                more,
                TopicSteps.of(hits.stream().map(TopicReports::day).toList()),
                counts(hits, h -> leader.county(h.place())),
                counts(hits, h -> h.units().isEmpty() ? "" : h.units().getFirst()),
                counts(hits, h -> Objects.requireNonNullElse(h.matterClass(), "")),
                TopicWords.of(
                        hits.stream().map(TopicReports::text).toList(),
                        others.stream().map(TopicReports::text).toList(),
                        WORDS),
                examples(hits));
    }

    /** @return whether there are more than that */
    private boolean collect(CurrentUser viewer, SearchQuery query, int most, List<SearchHit> hits) {
        @Nullable String after = null;
        do {
            SearchPage page = searches.find(viewer, query.page(after, PAGE));
            hits.addAll(page.hits());
            after = page.next();
        } while (after != null && hits.size() < most);
        return after != null;
    }

    private static SearchQuery of(SearchQuery q, String words) {
        return new SearchQuery(
                words,
                Set.of(ThingKind.APPEAL, ThingKind.ORDER),
                q.states(),
                q.units(),
                q.classes(),
                q.places(),
                q.channels(),
                q.from(),
                q.to(),
                q.urgent(),
                SearchSort.NEWEST,
                null,
                PAGE);
    }

    private static LocalDate day(SearchHit hit) {
        return hit.at().atZone(Limits.ZONE).toLocalDate();
    }

    private static String text(SearchHit hit) {
        return hit.title() + "\n" + hit.snippet();
    }

    private static List<Topic.Count> counts(List<SearchHit> hits, Function<SearchHit, String> key) {
        Map<String, Long> counts = new HashMap<>();
        for (SearchHit h : hits) counts.merge(key.apply(h), 1L, Long::sum);
        return counts.entrySet().stream()
                .map(e -> new Topic.Count(e.getKey(), e.getValue()))
                .sorted(Comparator.comparingLong((Topic.Count c) -> -c.count()).thenComparing(Topic.Count::key))
                .toList();
    }

    /** The newest that may be quoted. */
    private List<Topic.Example> examples(List<SearchHit> hits) {
        List<String> numbers =
                hits.stream().limit(QUOTED_FROM).map(SearchHit::number).toList();
        Map<String, MaskedSamples.Sample> quoted = samples.ofNumbers(numbers);
        return numbers.stream()
                .map(quoted::get)
                .filter(Objects::nonNull)
                .limit(EXAMPLES)
                .map(s -> new Topic.Example(s.number(), s.words()))
                .toList();
    }
}
