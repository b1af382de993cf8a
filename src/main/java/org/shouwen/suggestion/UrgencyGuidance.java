package org.shouwen.suggestion;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.suggestion.UrgencyParts.Part;
import org.shouwen.suggestion.WordFinder.Hit;

/** Says whom to call in a danger that no rule names: the target most of whose words stand in it (Art. 8.3). */
final class UrgencyGuidance {
    private final Map<Integer, String> byConcept = new HashMap<>();
    private final Set<String> targets;
    private final String otherwise;

    /**
     * @param targets codes of the edition's targets for dangers
     * @param otherwise the one to call when no word tells
     */
    UrgencyGuidance(UrgencyLexicon lexicon, Set<String> targets, String otherwise) {
        this.targets = Set.copyOf(targets);
        this.otherwise = otherwise;
        for (Map.Entry<String, List<Integer>> e : lexicon.guidance().entrySet())
            if (targets.contains(e.getKey())) for (int c : e.getValue()) byConcept.put(c, e.getKey());
    }

    /** A target if the edition has it, else the one to call when no word tells; empty stays empty. */
    String known(String target) {
        return target.isEmpty() || targets.contains(target) ? target : otherwise;
    }

    String of(ReadText text, Part part) {
        Map<String, Integer> votes = new HashMap<>();
        Map<String, Integer> characters = new HashMap<>();
        List<Hit> hits = text.hits();
        for (int i = text.firstHit(part.start()); i < hits.size(); i++) {
            Hit h = hits.get(i);
            if (h.end() > part.end()) continue;
            String target = byConcept.get(h.concept());
            if (target != null) (h.end() - h.start() == 1 ? characters : votes).merge(target, 1, Integer::sum);
        }
        // one character alone may belong to a name: 锦江山 is no river, 海城 no sea
        characters.forEach((target, n) -> votes.computeIfPresent(target, (_, words) -> words + n));
        return votes.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(otherwise);
    }
}
