package org.shouwen.reporting.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/** What is counted of the knowledge base: reviews of articles, reports of what is wrong, and answers taken from it. */
@Pure
final class KnowledgeFold {
    private static final Set<String> OVER = Set.of("Replaced", "Withdrawn");
    private static final Heading NONE = new Heading("", "", "", "", "");

    private KnowledgeFold() {}

    /**
     * An entry of a version of an article.
     *
     * @param reviewBy the last day of its next review
     */
    record Step(String type, Instant at, String unit, LocalDate reviewBy) {}

    /**
     * Terms run from the publication until the version is replaced or withdrawn; each counts for the unit that answered for
     * the article on its last day.
     */
    static Folded article(List<Step> steps, LocalDate today) {
        Step published = null;
        LocalDate end = today;
        boolean over = false;
        List<TermFold.Done> reviews = new ArrayList<>();
        for (Step s : steps) {
            if (s.type().equals("Published")) published = s;
            if (s.type().equals("Reviewed")) reviews.add(new TermFold.Done(UnitFold.day(s.at()), s.reviewBy()));
            if (OVER.contains(s.type())) {
                over = true;
                end = UnitFold.day(s.at());
            }
        }
        if (published == null) return Folded.NOTHING;
        Step out = published;
        TermFold.Terms terms = TermFold.of(published.reviewBy(), reviews, end);
        List<Fact> facts = terms.over().stream()
                .map(t -> Fact.on(t.day(), unitOn(t.day(), out, steps), NONE).with(Counted.ARTICLE_REVIEW, t.inTime()))
                .toList();
        return new Folded(facts, over || terms.open() == null ? null : UnitFold.again(List.of(terms.open())));
    }

    private static String unitOn(LocalDate day, Step published, List<Step> steps) {
        String unit = published.unit();
        for (Step s : steps)
            if (s.type().equals("HandedOver")
                    && !s.at().isBefore(published.at())
                    && !UnitFold.day(s.at()).isAfter(day)) unit = s.unit();
        return unit;
    }

    /**
     * A report as it stands.
     *
     * @param unit whose task it is; empty: the platform's
     */
    record Report(
            Instant at,
            String unit,
            LocalDate due,
            @Nullable Instant settled) {}

    static Folded flaw(Report r, LocalDate today) {
        boolean inTime = r.settled() != null && !UnitFold.day(r.settled()).isAfter(r.due());
        if (!inTime && !r.due().isBefore(today)) return new Folded(List.of(), UnitFold.again(List.of(r.due())));
        return new Folded(List.of(Fact.at(r.at(), r.unit(), "", NONE).with(Counted.FLAW, inTime)), null);
    }
}
