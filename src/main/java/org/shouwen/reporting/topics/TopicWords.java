package org.shouwen.reporting.topics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.shouwen.regulation.Pure;

/**
 * Words that are typical of some texts: runs of two to four Chinese characters that stand in clearly more of them than of
 * other texts of the same time. A run that nearly always stands within a longer one is left out for that.
 */
@Pure
final class TopicWords {
    private static final int SHORTEST = 2;
    private static final int LONGEST = 4;
    private static final double WITHIN = 0.75;
    private static final double CLEARLY = 0.05;

    /** Of a run at the edge of a sentence's joints these say nothing. */
    private static final String JOINTS = "的了是在有和就也都很我你他她们这那不没要到说着过把被给与及或个";

    private TopicWords() {}

    static List<Topic.Word> of(List<String> texts, List<String> others, int most) {
        Map<String, Integer> here = counted(texts);
        Map<String, Integer> there = counted(others);
        int least = Math.max(2, texts.size() / 50);
        Map<String, Double> typical = new HashMap<>();
        here.forEach((run, n) -> {
            double more = (double) n / texts.size()
                    - (others.isEmpty() ? 0 : (double) there.getOrDefault(run, 0) / others.size());
            if (n >= least && more > CLEARLY) typical.put(run, more * Math.sqrt(run.length()));
        });
        List<String> best = typical.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        List<Topic.Word> words = new ArrayList<>();
        for (String run : best) {
            if (words.size() == most) break;
            boolean part = best.stream()
                    .anyMatch(w -> w.length() > run.length()
                            && w.contains(run)
                            && here.getOrDefault(w, 0) >= WITHIN * here.getOrDefault(run, 0));
            boolean taken = words.stream()
                    .anyMatch(w -> overlap(w.word(), run) && w.in() * WITHIN <= here.getOrDefault(run, 0));
            if (!part && !taken) words.add(new Topic.Word(run, here.getOrDefault(run, 0)));
        }
        return words;
    }

    /** Whether the end of one is the beginning of the other: two pieces of one longer word. */
    private static boolean overlap(String a, String b) {
        if (a.contains(b) || b.contains(a)) return true;
        for (int n = Math.min(a.length(), b.length()) - 1; n >= 1; n--)
            if (a.endsWith(b.substring(0, n)) || b.endsWith(a.substring(0, n))) return true;
        return false;
    }

    /** In how many texts each run stands. */
    private static Map<String, Integer> counted(List<String> texts) {
        Map<String, Integer> counts = new HashMap<>();
        for (String text : texts) {
            Set<String> runs = new HashSet<>();
            for (String piece : text.split("[^\\p{IsHan}]+"))
                for (int n = SHORTEST; n <= LONGEST; n++)
                    for (int i = 0; i + n <= piece.length(); i++) runs.add(piece.substring(i, i + n));
            runs.removeIf(TopicWords::joint);
            runs.forEach(r -> counts.merge(r, 1, Integer::sum));
        }
        return counts;
    }

    private static boolean joint(String run) {
        return JOINTS.indexOf(run.charAt(0)) >= 0 || JOINTS.indexOf(run.charAt(run.length() - 1)) >= 0;
    }
}
