package org.shouwen.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts what words and meaning bring into twenty, question by question. */
final class MeaningFigures {
    static final int SHOWN = 20;

    private final List<Double> ms = new ArrayList<>();
    private int asked;
    private int words;
    private int meaning;
    private int either;
    private int first;
    private long others;
    private long right;

    /**
     * @param byWords the words find it
     * @param own it is what was looked for
     * @param right it is of the same class
     */
    record Found(boolean byWords, boolean own, boolean right, float likeness) {}

    void asked(double milliseconds) {
        ms.add(milliseconds);
    }

    void add(List<Found> all) {
        asked++;
        boolean inWords = all.stream().filter(Found::byWords).limit(SHOWN).anyMatch(Found::own);
        List<Found> meant = meant(all);
        boolean inMeaning = meant.stream().anyMatch(Found::own);
        if (inWords) words++;
        if (inMeaning) meaning++;
        if (inWords || inMeaning) either++;
        if (!meant.isEmpty() && meant.getFirst().own()) first++;
        // what was looked for is right in any case and says nothing of the rest
        List<Found> rest = meant.stream().filter(f -> !f.own()).toList();
        others += rest.size();
        right += rest.stream().filter(Found::right).count();
    }

    /** As the product shows them: none that the words find. */
    private static List<Found> meant(List<Found> all) {
        List<Found> nearest = all.stream()
                .filter(f -> !f.byWords() && f.likeness() >= MeantThings.LEAST)
                .sorted(Comparator.comparingDouble(Found::likeness).reversed())
                .limit(SHOWN)
                .toList();
        return nearest.stream()
                .filter(f -> f.likeness() >= nearest.getFirst().likeness() - MeantThings.WITHIN)
                .toList();
    }

    /** @param classed whether the rows have classes; else what is shown beside can not be judged */
    Map<String, @Nullable Object> told(boolean classed) {
        Map<String, @Nullable Object> told = new LinkedHashMap<>();
        told.put("asked", asked);
        told.put("wordsInTwenty", share(words, asked));
        told.put("meaningInTwenty", share(meaning, asked));
        told.put("eitherInTwenty", share(either, asked));
        told.put("meaningFirst", share(first, asked));
        told.put("othersEach", share(others, asked));
        told.put("othersOfTheClass", classed ? share(right, others) : null);
        ms.sort(null);
        told.put("questionP50Ms", share((long) (1000 * ms.get(ms.size() / 2)), 1000));
        told.put("questionP95Ms", share((long) (1000 * ms.get((int) (ms.size() * 0.95))), 1000));
        return told;
    }

    private static double share(long n, long of) {
        return Math.round(1000.0 * n / Math.max(1, of)) / 1000.0;
    }
}
