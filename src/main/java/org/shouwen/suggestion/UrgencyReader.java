package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.suggestion.RuleMatcher.Match;

/**
 * Reads a text with the words, rules and cues that the product knows, and cuts it into parts of a sentence or two for the
 * model.
 */
final class UrgencyReader {
    /** Most characters of a part; a text that is not longer is one part. */
    static final int PART = 90;

    private final UrgencyLexicon lexicon = new UrgencyLexicon();
    private final WordFinder finder = new WordFinder(lexicon.words());
    private final int harmless = lexicon.numberOf(UrgencyLexicon.HARMLESS);
    private final RuleMatcher matcher = new RuleMatcher(lexicon.rules());
    private final CueReader cues = new CueReader(lexicon.cues());
    private final Map<String, Set<Integer>> concepts = new HashMap<>();

    UrgencyReader() {
        for (UrgencyRule r : lexicon.rules())
            concepts.computeIfAbsent(r.kind(), k -> new HashSet<>()).addAll(r.concepts());
    }

    /** A text as it was read. */
    record Reading(ReadText text, List<Match> matches, List<Match> standing) {
        UrgencyFeatures.Vector features(int start, int end) {
            return UrgencyFeatures.of(text, start, end, matches, standing);
        }
    }

    /** A part of a text from {@code start} to before {@code end}. */
    record Part(int start, int end) {}

    /** @param more finds further matches, such as those of a city's own phrases */
    Reading read(String typed, CityPhrases more) {
        FoldedText folded = FoldedText.of(typed);
        ReadText text = ReadText.of(folded, lexicon.heard().mend(folded.text()), finder, harmless);
        List<Match> matches = new ArrayList<>(matcher.match(text));
        matches.addAll(more.match(folded));
        return new Reading(text, matches, cues.standing(text, matches));
    }

    /** Whether a word stands in a part that any rule for a kind asks for. */
    boolean speaksOf(Reading reading, Part part, String kind) {
        Set<Integer> wanted = concepts.getOrDefault(kind, Set.of());
        for (WordFinder.Hit h : reading.text().hits())
            if (h.start() >= part.start() && h.end() <= part.end() && wanted.contains(h.concept())) return true;
        return false;
    }

    /** Whether words around a part take back what it says, such as 已经修好了 in the next sentence. */
    boolean takenBack(Reading reading, Match part) {
        return cues.standing(reading.text(), List.of(part)).isEmpty();
    }

    /** The whole text when it is short; else its sentences, long ones cut at clauses, short ones put together. */
    static List<Part> parts(ReadText text) {
        int n = text.length();
        List<Part> parts = new ArrayList<>();
        if (n <= PART) {
            if (n > 0) parts.add(new Part(0, n));
            return parts;
        }
        int start = 0;
        int cut = -1;
        for (int i = 1; i <= n; i++) {
            boolean sentenceEnds = i == n || !text.sameSentence(i, i - 1);
            boolean clauseEnds = sentenceEnds || !text.sameClause(i, i - 1);
            if (i - start > PART && cut > start) {
                parts.add(new Part(start, cut));
                start = cut;
            }
            while (i - start > PART) {
                parts.add(new Part(start, start + PART));
                start += PART - 20;
            }
            if (clauseEnds) cut = i;
            if (sentenceEnds && i - start >= 24) {
                parts.add(new Part(start, i));
                start = i;
            }
        }
        if (start < n) parts.add(new Part(Math.max(0, Math.min(start, n - 24)), n));
        return parts;
    }

    UrgencyLexicon lexicon() {
        return lexicon;
    }
}
