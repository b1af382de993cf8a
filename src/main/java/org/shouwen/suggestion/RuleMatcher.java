package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.shouwen.suggestion.WordFinder.Hit;

/** Finds where the rules hold in a text. Looks only at words near each other, so that the time grows with the text alone. */
final class RuleMatcher {
    /** A text of so many characters is read as one matter; of a longer one only the beginning says what it is about. */
    static final int SHORT = 90;

    private static final int LONGEST_WORD = 14;

    /** A rule that holds, and the part of the folded text from its first word to its last; {@code end} is exclusive. */
    record Match(UrgencyRule rule, int start, int end, List<Hit> parts) {}

    private final Map<Integer, List<UrgencyRule>> byFirst = new HashMap<>();

    RuleMatcher(List<UrgencyRule> rules) {
        for (UrgencyRule r : rules)
            byFirst.computeIfAbsent(r.concepts().getFirst(), c -> new ArrayList<>())
                    .add(r);
    }

    List<Match> match(ReadText text) {
        List<Match> found = new ArrayList<>();
        for (int i = 0; i < text.hits().size(); i++)
            for (UrgencyRule rule : byFirst.getOrDefault(text.hits().get(i).concept(), List.of())) {
                Match m = at(text, i, rule);
                if (m != null) found.add(m);
            }
        return found;
    }

    private static @Nullable Match at(ReadText text, int first, UrgencyRule rule) {
        List<Hit> parts = new ArrayList<>();
        Hit anchor = text.hits().get(first);
        if (rule.weak() && anchor.start() > SHORT) return null;
        parts.add(anchor);
        int start = anchor.start();
        int end = anchor.end();
        for (int k = 1; k < rule.concepts().size(); k++) {
            Hit next = nearest(text, first, rule, rule.concepts().get(k), start, end, parts);
            if (next == null) return null;
            parts.add(next);
            start = Math.min(start, next.start());
            end = Math.max(end, next.end());
        }
        for (int veto : rule.vetoes()) if (near(text, first, veto, start, end)) return null;
        return new Match(rule, start, end, parts);
    }

    private static @Nullable Hit nearest(
            ReadText text, int from, UrgencyRule rule, int concept, int start, int end, List<Hit> taken) {
        Hit best = null;
        int bestGap = rule.reach() + 1;
        List<Hit> hits = text.hits();
        for (int i = from; i < hits.size() && hits.get(i).start() <= end + rule.reach(); i++) {
            Hit h = hits.get(i);
            if (h.concept() == concept && apart(h, taken) && gap(h, start, end) < bestGap && fits(text, h, start)) {
                if (rule.ordered() && h.start() < end) continue;
                best = h;
                bestGap = gap(h, start, end);
            }
        }
        if (rule.ordered()) return best;
        for (int i = from - 1; i >= 0 && hits.get(i).start() >= start - rule.reach() - LONGEST_WORD; i--) {
            Hit h = hits.get(i);
            if (h.concept() == concept && apart(h, taken) && gap(h, start, end) < bestGap && fits(text, h, start)) {
                best = h;
                bestGap = gap(h, start, end);
            }
        }
        return best;
    }

    private static boolean fits(ReadText text, Hit h, int start) {
        return text.sameSentence(h.start(), start);
    }

    private static boolean apart(Hit h, List<Hit> taken) {
        for (Hit t : taken) if (h.start() < t.end() && t.start() < h.end()) return false;
        return true;
    }

    private static int gap(Hit h, int start, int end) {
        return Math.max(0, Math.max(start - h.end(), h.start() - end));
    }

    private static boolean near(ReadText text, int from, int veto, int start, int end) {
        List<Hit> hits = text.hits();
        int reach = 24;
        for (int i = from; i < hits.size() && hits.get(i).start() <= end + reach; i++)
            if (hits.get(i).concept() == veto && text.sameSentence(hits.get(i).start(), start)) return true;
        for (int i = from - 1; i >= 0 && hits.get(i).start() >= start - reach; i--)
            if (hits.get(i).concept() == veto && text.sameSentence(hits.get(i).start(), start)) return true;
        return false;
    }
}
