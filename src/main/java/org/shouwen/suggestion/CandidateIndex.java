package org.shouwen.suggestion;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Finds earlier messages that share rare wording with a new one. */
final class CandidateIndex {
    private static final int CANDIDATES = 15;

    /** A pair of characters in more messages than this is not looked up. */
    private static final int COMMONEST = 2_000;

    /** A short message must not win by its shortness alone. */
    private static final double LENGTH = 60;

    private final Map<Integer, Postings> postings = new HashMap<>();

    /** The messages that have a pair of characters, by their number. */
    private static final class Postings {
        private int[] numbers = new int[2];
        private int size;

        void add(int number) {
            if (size == numbers.length) numbers = Arrays.copyOf(numbers, size * 2);
            numbers[size++] = number;
        }
    }

    void add(int number, MatterText text) {
        for (int key : text.all())
            postings.computeIfAbsent(key, _ -> new Postings()).add(number);
    }

    /**
     * The most alike first.
     *
     * @param earlier all messages added, by their number
     */
    int[] find(MatterText text, List<MatterText> earlier, TermFrequencies frequencies) {
        double[] scores = new double[earlier.size()];
        int commonest = Math.min(COMMONEST, Math.max(50, earlier.size() / 8));
        for (int key : text.all()) {
            Postings found = postings.get(key);
            if (found == null || found.size > commonest) continue;
            double weight = frequencies.weight(key);
            double gain = weight * weight * (Arrays.binarySearch(text.title(), key) >= 0 ? 2 : 1);
            for (int i = 0; i < found.size; i++) scores[found.numbers[i]] += gain;
        }
        for (int i = 0; i < scores.length; i++)
            if (scores[i] > 0) scores[i] /= Math.sqrt(LENGTH + earlier.get(i).all().length);
        double[] sorted = scores.clone();
        Arrays.sort(sorted);
        double least = sorted[Math.max(0, sorted.length - CANDIDATES)];
        return IntStream.range(0, scores.length)
                .filter(i -> scores[i] > 0 && scores[i] >= least)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -scores[i]))
                .limit(CANDIDATES)
                .mapToInt(i -> i)
                .toArray();
    }
}
