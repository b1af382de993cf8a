package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Proposes the kind of an appeal (Art. 7) before the city has decided anything: by what people say when they ask, complain
 * or suggest. Sure only where a person names it and nothing speaks against it ("我要投诉", "请问").
 */
final class StartKinds {
    static final String VERSION = "start/1";

    private static final double DOUBT = 0.5;

    private record Cue(String kind, double weight, String word) {}

    private static final List<Cue> CUES = cues();

    private StartKinds() {}

    /** @param kinds codes of the edition */
    static List<ClassProposal> propose(String text, List<String> kinds) {
        Map<String, Double> scores = new LinkedHashMap<>();
        Map<String, List<String>> found = new LinkedHashMap<>();
        String bare = text.replace("投诉电话", "").replace("咨询电话", "").replace("建议您", "");
        for (Cue cue : CUES) {
            if (!kinds.contains(cue.kind()) || !bare.contains(cue.word())) continue;
            // one word may stand inside another
            if (found.getOrDefault(cue.kind(), List.of()).stream().anyMatch(w -> w.contains(cue.word()))) continue;
            scores.merge(cue.kind(), cue.weight(), Double::sum);
            found.computeIfAbsent(cue.kind(), _ -> new ArrayList<>()).add(cue.word());
        }
        double all = scores.values().stream().mapToDouble(Double::doubleValue).sum() + DOUBT;
        return scores.entrySet().stream()
                .sorted(Comparator.comparingDouble(e -> -e.getValue()))
                .map(e -> new ClassProposal(
                        e.getKey(),
                        e.getValue() / all,
                        found.getOrDefault(e.getKey(), List.of()).stream()
                                .limit(3)
                                .toList()))
                .toList();
    }

    private static List<Cue> cues() {
        List<Cue> cues = new ArrayList<>();
        StartClasses.rows("/suggestion/kind_words.csv", line -> {
            for (String word : line.getField("words").split(" "))
                cues.add(new Cue(line.getField("kind"), Double.parseDouble(line.getField("weight")), word));
        });
        return List.copyOf(cues);
    }
}
