package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.List;
import org.shouwen.suggestion.RuleMatcher.Match;
import org.shouwen.suggestion.WordFinder.Hit;

/** Finds the phrases that a city added, whatever the width of the letters and the blanks in them. */
final class CityPhraseMatcher {
    private final List<UrgencyRule> rules = new ArrayList<>();
    private final WordFinder finder;

    /** @param target guidance target that a danger of the city's own names, such as {@code police} */
    CityPhraseMatcher(List<CityPhrase> phrases, String target) {
        List<List<String>> words = new ArrayList<>();
        for (CityPhrase p : phrases) {
            String folded = FoldedText.of(p.phrase().strip()).text();
            if (folded.isEmpty()) continue;
            String guidance = p.kind().equals(UrgencyJudgement.DANGER) ? target : "";
            rules.add(new UrgencyRule(p.kind(), guidance, List.of(words.size()), List.of(), false, 0, false));
            words.add(List.of(folded));
        }
        finder = new WordFinder(words);
    }

    /** Whether a rule stands for one of these phrases. */
    boolean owns(UrgencyRule rule) {
        return rules.contains(rule);
    }

    List<Match> match(FoldedText text) {
        List<Match> found = new ArrayList<>();
        if (rules.isEmpty()) return found;
        for (Hit h : finder.find(text.text()))
            found.add(new Match(rules.get(h.concept()), h.start(), h.end(), List.of(h)));
        return found;
    }
}
