package org.shouwen.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.suggestion.UrgencyReader.Part;
import org.shouwen.suggestion.WordFinder.Hit;

/** Says whom to call in a danger that no rule names: the target most of whose words stand in it (Art. 8.3). */
final class UrgencyGuidance {
    private final Map<Integer, String> byConcept = new HashMap<>();
    private final String otherwise;

    /**
     * @param targets codes of the edition's targets for dangers
     * @param otherwise the one to call when no word tells
     */
    UrgencyGuidance(UrgencyLexicon lexicon, Set<String> targets, String otherwise) {
        this.otherwise = otherwise;
        for (Map.Entry<String, List<Integer>> e : lexicon.guidance().entrySet())
            if (targets.contains(e.getKey())) for (int c : e.getValue()) byConcept.put(c, e.getKey());
    }

    String of(ReadText text, Part part) {
        Map<String, Integer> votes = new HashMap<>();
        for (Hit h : text.hits()) {
            if (h.start() < part.start() || h.end() > part.end()) continue;
            String target = byConcept.get(h.concept());
            if (target != null) votes.merge(target, 1, Integer::sum);
        }
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
