package org.shouwen.reporting.figures;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;
import org.springframework.stereotype.Service;

/** Service for figures: their cases for any period, selection and dimension. Reads sums, never orders. */
@Service
public class FigureTable {
    private final SumStore store;
    private final PersonCounts people;
    private final Inhabitants inhabitants;

    FigureTable(SumStore store, PersonCounts people, Inhabitants inhabitants) {
        this.store = store;
        this.people = people;
        this.inhabitants = inhabitants;
    }

    /** All of a selection together. */
    public CaseSums total(Period period, Selection selection, List<Figure> figures) {
        return by(period, selection, Optional.empty(), figures).getOrDefault("", new CaseSums());
    }

    /** By the keys of a dimension; a key that has no cases is left out, cases without a key stand under the empty one. */
    public Map<String, CaseSums> by(
            Period period, Selection selection, Optional<Dimension> dimension, List<Figure> figures) {
        return by(period, selection, dimension, figures, people::say);
    }

    /** The same for what is published: people are counted now, however many cases there are. */
    public Map<String, CaseSums> byForPublication(
            Period period, Selection selection, Dimension dimension, List<Figure> figures) {
        return by(period, selection, Optional.of(dimension), figures, people::sayNow);
    }

    private Map<String, CaseSums> by(
            Period period,
            Selection selection,
            Optional<Dimension> dimension,
            List<Figure> figures,
            BiConsumer<PeopleAsked, Map<String, CaseSums>> persons) {
        Map<String, CaseSums> by = new TreeMap<>();
        store.sums(period, selection, dimension, SumStore.Bucket.WHOLE, counted(figures))
                .forEach((key, sums) -> by.put(key.key(), sums));
        for (Counted as : counted(figures, Figure.Measure.PERSONS))
            persons.accept(new PeopleAsked(as, period, selection, dimension, SumStore.Bucket.WHOLE), by);
        for (Counted as : counted(figures, Figure.Measure.PER_TEN_THOUSAND))
            inhabitants.say(
                    new Part(as, Part.Which.COUNTED),
                    by,
                    selection,
                    dimension,
                    figures.stream().allMatch(f -> f.measure() == Figure.Measure.PER_TEN_THOUSAND));
        return by;
    }

    /** A line for each figure, of a whole selection. */
    public List<FigureLine> lines(Period period, Selection selection, List<Figure> figures) {
        CaseSums sums = total(period, selection, figures);
        return figures.stream().map(f -> FigureLine.of(f, "", sums)).toList();
    }

    /** A line for each key of a dimension, figure by figure; most cases first. */
    public List<FigureLine> lines(Period period, Selection selection, Dimension by, List<Figure> figures) {
        Map<String, CaseSums> sums = by(period, selection, Optional.of(by), figures);
        List<FigureLine> all = new ArrayList<>();
        for (Figure f : figures) {
            List<FigureLine> lines = new ArrayList<>();
            sums.forEach((key, of) -> lines.add(FigureLine.of(f, key, of)));
            lines.sort(
                    Comparator.comparingLong((FigureLine l) -> -l.raw().cases()).thenComparing(FigureLine::key));
            all.addAll(lines);
        }
        return all;
    }

    /** By the months of a period, each under its first day. */
    public Map<String, CaseSums> byMonth(Period period, Selection selection, List<Figure> figures) {
        return by(period, selection, SumStore.Bucket.MONTH, figures);
    }

    /** By the days of a period. */
    public Map<String, CaseSums> byDay(Period period, Selection selection, List<Figure> figures) {
        return by(period, selection, SumStore.Bucket.DAY, figures);
    }

    private Map<String, CaseSums> by(Period period, Selection selection, SumStore.Bucket bucket, List<Figure> figures) {
        Map<String, CaseSums> by = new TreeMap<>();
        store.sums(period, selection, Optional.empty(), bucket, counted(figures))
                .forEach((key, sums) -> by.put(key.bucket(), sums));
        for (Counted as : counted(figures, Figure.Measure.PERSONS))
            people.say(new PeopleAsked(as, period, selection, Optional.empty(), bucket), by);
        for (Counted as : counted(figures, Figure.Measure.PER_TEN_THOUSAND))
            inhabitants.say(new Part(as, Part.Which.COUNTED), by, selection, Optional.empty(), false);
        return by;
    }

    private static Set<Counted> counted(List<Figure> figures, Figure.Measure measure) {
        return counted(figures.stream().filter(f -> f.measure() == measure).toList());
    }

    private static Set<Counted> counted(List<Figure> figures) {
        Set<Counted> of = EnumSet.noneOf(Counted.class);
        for (Figure f : figures) {
            if (f.numerator() != null) of.add(f.numerator().as());
            if (f.denominator() != null) of.add(f.denominator().as());
        }
        return of;
    }
}
