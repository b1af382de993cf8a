package org.shouwen.identity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The places of one text where a name could stand, each with what the first weighing gives it, in order of the text. */
final class NamePlaces {
    /** What weighs less is hardly ever a name; nothing looks at it again. */
    static final double FLOOR = -10;

    /** Weighed where a text has no other such place. */
    private static final double NONE = -12;

    private static final String JOINS = "、,和与跟及 ";

    /** @param from first code point; {@code to} the one after the last; {@code surname} characters of the family name */
    record Place(int from, int to, int surname, double weight) {}

    /** Of one string: how often it stands in the text, its best weight and the second best. */
    private static final class Same {
        int times;
        double best = NONE;
        double second = NONE;
    }

    private final int[] text;
    private final List<Place> places = new ArrayList<>();
    private final Map<String, Same> same = new HashMap<>();

    /** @param text code points, folded */
    NamePlaces(int[] text, ToDoubleFunction<NameFeatures> first) {
        this.text = text;
        NameFeatures features = new NameFeatures();
        NameCandidates.each(text, (from, to, surname) -> {
            features.read(text, from, to, surname);
            double weight = first.applyAsDouble(features);
            if (weight > FLOOR) places.add(new Place(from, to, surname, weight));
        });
        for (Place p : places) {
            Same s = same.computeIfAbsent(words(p), _ -> new Same());
            s.times++;
            if (p.weight() > s.best) {
                s.second = s.best;
                s.best = p.weight();
            } else s.second = Math.max(s.second, p.weight());
        }
    }

    List<Place> all() {
        return places;
    }

    String words(Place p) {
        return new String(text, p.from(), p.to() - p.from());
    }

    /** How often the same characters are such a place. */
    int times(Place p) {
        Same s = same.get(words(p));
        return s == null ? 0 : s.times;
    }

    /** The best weight of the same characters elsewhere in the text. */
    double elsewhere(Place p) {
        Same s = same.get(words(p));
        return s == null ? NONE : p.weight() >= s.best ? s.second : s.best;
    }

    /**
     * The best weight of a place that overlaps the one at an index.
     *
     * @param sameStart those that begin where it begins, or the others
     */
    double overlapping(int index, boolean sameStart) {
        Place p = places.get(index);
        double best = NONE;
        for (int i = index - 1; i >= 0 && places.get(i).from() > p.from() - 4; i--)
            best = better(p, places.get(i), sameStart, best);
        for (int i = index + 1; i < places.size() && places.get(i).from() < p.to(); i++)
            best = better(p, places.get(i), sameStart, best);
        return best;
    }

    private static double better(Place p, Place other, boolean sameStart, double best) {
        boolean counts = other.to() > p.from() && (other.from() == p.from()) == sameStart;
        return counts ? Math.max(best, other.weight()) : best;
    }

    /** The best weight of a place that a comma, a space or "and" joins to the one at an index. */
    double joined(int index) {
        Place p = places.get(index);
        double best = NONE;
        if (p.from() > 0 && JOINS.indexOf(text[p.from() - 1]) >= 0)
            for (int i = index - 1; i >= 0 && places.get(i).from() >= p.from() - 5; i--)
                if (places.get(i).to() == p.from() - 1)
                    best = Math.max(best, places.get(i).weight());
        if (p.to() < text.length && JOINS.indexOf(text[p.to()]) >= 0)
            for (int i = index + 1; i < places.size() && places.get(i).from() <= p.to() + 1; i++)
                if (places.get(i).from() == p.to() + 1)
                    best = Math.max(best, places.get(i).weight());
        return best;
    }
}
