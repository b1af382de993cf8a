package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.shouwen.suggestion.WordFinder.Hit;

/**
 * A text with the words that were found in it, and the clause and sentence in which each character stands.
 *
 * @param mended the folded text with what was meant in place of what was mis-heard
 * @param hits in order of their start
 * @param sentences number of the sentence of each character
 * @param clauses number of the clause of each character, over the whole text
 */
record ReadText(FoldedText folded, String mended, List<Hit> hits, int[] sentences, int[] clauses) {
    private static final String SENTENCE_ENDS = "。！？!?；;…";
    private static final String CLAUSE_ENDS = "，,、：:．.";

    /** @param harmless number of the concept whose words hide what lies inside them */
    static ReadText of(FoldedText folded, String mended, WordFinder finder, int harmless) {
        int[] sentences = new int[mended.length() + 1];
        int[] clauses = new int[mended.length() + 1];
        int sentence = 0;
        int clause = 0;
        for (int i = 0; i < mended.length(); i++) {
            sentences[i] = sentence;
            clauses[i] = clause;
            boolean ends = SENTENCE_ENDS.indexOf(mended.charAt(i)) >= 0;
            if (ends) sentence++;
            if (ends || CLAUSE_ENDS.indexOf(mended.charAt(i)) >= 0) clause++;
        }
        sentences[mended.length()] = sentence;
        clauses[mended.length()] = clause;
        return new ReadText(folded, mended, visible(finder.find(mended), harmless), sentences, clauses);
    }

    private static List<Hit> visible(List<Hit> all, int harmless) {
        BitSet starts = new BitSet();
        List<Hit> cover = all.stream().filter(h -> h.concept() == harmless).toList();
        if (!cover.isEmpty()) cover.forEach(h -> starts.set(h.start(), h.end()));
        List<Hit> left = new ArrayList<>();
        for (Hit h : all) {
            if (h.concept() == harmless) continue;
            boolean hidden = starts.get(h.start()) && inside(h, cover);
            if (!hidden) left.add(h);
        }
        left.sort(Comparator.comparingInt(Hit::start).thenComparing(Hit::end, Comparator.reverseOrder()));
        return left;
    }

    private static boolean inside(Hit h, List<Hit> cover) {
        int low = 0;
        int high = cover.size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (cover.get(middle).end() < h.end()) low = middle + 1;
            else high = middle;
        }
        for (int i = low; i < cover.size() && cover.get(i).end() <= h.end() + 12; i++) {
            Hit c = cover.get(i);
            boolean longer = c.end() - c.start() > h.end() - h.start();
            if (longer && c.start() <= h.start() && c.end() >= h.end()) return true;
        }
        return false;
    }

    /** Index of the first hit that starts at a character or behind it. */
    int firstHit(int start) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (hits.get(middle).start() < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    boolean sameSentence(int a, int b) {
        return sentences[a] == sentences[b];
    }

    /** Number of characters of the sentence in which a place stands. */
    int sentenceLength(int at) {
        int from = firstOf(sentences[at]);
        return firstOf(sentences[at] + 1) - from;
    }

    /** Where a sentence begins, by its number; the end of the text when it has none of this number. */
    private int firstOf(int sentence) {
        int low = 0;
        int high = length();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sentences[middle] < sentence) low = middle + 1;
            else high = middle;
        }
        return low;
    }

    boolean sameClause(int a, int b) {
        return clauses[a] == clauses[b];
    }

    /** How many ends of clauses lie between two places. */
    int clausesApart(int a, int b) {
        return Math.abs(clauses[a] - clauses[b]);
    }

    int length() {
        return clauses.length - 1;
    }
}
