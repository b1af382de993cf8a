package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.suggestion.RuleMatcher.Match;
import org.shouwen.suggestion.UrgencyParts.Part;

/** Reads a text with the words, rules and cues that the product knows; what the speaker takes back is not read. */
final class UrgencyReader {
    private final UrgencyLexicon lexicon = new UrgencyLexicon();
    private final WordFinder finder = new WordFinder(lexicon.words());
    private final int harmless = lexicon.numberOf(UrgencyLexicon.HARMLESS);
    private final RuleMatcher matcher = new RuleMatcher(lexicon.rules());
    private final Withdrawals withdrawals = new Withdrawals();
    private final CueReader cues = new CueReader(lexicon.cues());
    private final Map<String, Set<Integer>> concepts = new HashMap<>();
    private final Map<String, Set<Integer>> chiefs = new HashMap<>();

    UrgencyReader() {
        for (UrgencyRule r : lexicon.rules()) {
            concepts.computeIfAbsent(r.kind(), k -> new HashSet<>()).addAll(r.concepts());
            chiefs.computeIfAbsent(r.kind(), k -> new HashSet<>())
                    .add(r.concepts().getFirst());
        }
    }

    /**
     * A text as it was read.
     *
     * @param matches rules that hold, in order of their start
     * @param standing those that no cue takes back, in the same order
     */
    record Reading(ReadText text, List<Match> matches, List<Match> standing) {
        UrgencyFeatures.Vector features(int start, int end) {
            return UrgencyFeatures.of(text, start, end, within(matches, start, end), within(standing, start, end));
        }

        /** The matches that lie in a part. */
        static List<Match> within(List<Match> matches, int start, int end) {
            int low = 0;
            int high = matches.size();
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (matches.get(middle).start() < start) low = middle + 1;
                else high = middle;
            }
            List<Match> inside = new ArrayList<>();
            for (int i = low; i < matches.size() && matches.get(i).start() < end; i++)
                if (matches.get(i).end() <= end) inside.add(matches.get(i));
            return inside;
        }
    }

    /** @param more finds further matches, such as those of a city's own phrases */
    Reading read(String typed, CityPhraseMatcher more) {
        return readAll(withdrawals.heard(typed), more);
    }

    /** Reads what was taken back too, from which the models learn how people do so. */
    Reading readAll(String typed, CityPhraseMatcher more) {
        FoldedText folded = FoldedText.of(typed);
        ReadText text = ReadText.of(folded, lexicon.heard().mend(folded.text()), finder, harmless);
        List<Match> matches = new ArrayList<>(matcher.match(text));
        matches.addAll(more.match(folded));
        matches.sort(Comparator.comparingInt(Match::start));
        return new Reading(text, matches, cues.standing(text, matches));
    }

    /**
     * Whether a word stands in a part that a rule for a kind asks for.
     *
     * @param chief asks for one of the words that rules begin with, which name the matter itself
     */
    boolean speaksOf(Reading reading, Part part, String kind, boolean chief) {
        Set<Integer> wanted = (chief ? chiefs : concepts).getOrDefault(kind, Set.of());
        List<WordFinder.Hit> hits = reading.text().hits();
        for (int i = reading.text().firstHit(part.start()); i < hits.size(); i++) {
            WordFinder.Hit h = hits.get(i);
            if (h.start() >= part.end()) break;
            if (h.end() <= part.end() && wanted.contains(h.concept())) return true;
        }
        return false;
    }

    /**
     * Whether words around a part take back what it says, such as 已经修好了 in the next sentence.
     *
     * @param near most characters between such words and the part; {@link CueReader#ANYWHERE} leaves it to the words
     */
    boolean takenBack(Reading reading, Match part, int near) {
        return cues.standing(reading.text(), List.of(part), near).isEmpty();
    }

    UrgencyLexicon lexicon() {
        return lexicon;
    }
}
