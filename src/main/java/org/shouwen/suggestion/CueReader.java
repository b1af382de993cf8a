package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.suggestion.RuleMatcher.Match;
import org.shouwen.suggestion.UrgencyCue.Where;
import org.shouwen.suggestion.WordFinder.Hit;

/** Says whether words beside a match take its alarm back: negated, past, settled, planned, asked, praised, fenced off. */
final class CueReader {
    /** Words that keep an alarm up stand at most so many characters after what it is about. */
    private static final int STILL = 16;

    /** No cue reaches further, with its longest word and what keeps the alarm up. */
    private static final int FURTHEST = 120;

    /** Cues are heard as far as each of them reaches. */
    static final int ANYWHERE = Integer.MAX_VALUE;

    private final List<UrgencyCue> cues;

    CueReader(List<UrgencyCue> cues) {
        this.cues = List.copyOf(cues);
    }

    /** The matches that no cue takes back. */
    List<Match> standing(ReadText text, List<Match> matches) {
        return standing(text, matches, ANYWHERE);
    }

    /** @param near cues that stand further away, or more than one clause, say nothing of the matches */
    List<Match> standing(ReadText text, List<Match> matches, int near) {
        if (matches.isEmpty()) return matches;
        Set<Integer> wanted = new HashSet<>();
        for (UrgencyCue c : cues) {
            wanted.add(c.concept());
            wanted.addAll(c.unless());
            wanted.addAll(c.unlessAfter());
        }
        // only what can reach them, so that one part of a long text costs no look at all of it
        int from = matches.stream().mapToInt(Match::start).min().orElse(0) - FURTHEST;
        int to = matches.stream().mapToInt(Match::end).max().orElse(0) + FURTHEST;
        List<Hit> hits = new ArrayList<>();
        for (int i = text.firstHit(from); i < text.hits().size(); i++) {
            Hit h = text.hits().get(i);
            if (h.start() > to) break;
            if (wanted.contains(h.concept())) hits.add(h);
        }
        List<Match> left = new ArrayList<>();
        for (Match m : matches) if (!takenBack(text, hits, m, near)) left.add(m);
        return left;
    }

    private boolean takenBack(ReadText text, List<Hit> hits, Match m, int near) {
        for (UrgencyCue shipped : cues) {
            UrgencyCue cue = shipped.within(near);
            if (!cue.kinds().isEmpty() && !cue.kinds().contains(m.rule().kind())) continue;
            int from = first(hits, m.start() - cue.reach() - 16);
            for (int i = from; i < hits.size() && hits.get(i).start() <= m.end() + cue.reach(); i++) {
                Hit h = hits.get(i);
                if (h.concept() == cue.concept() && works(text, cue, h, m) && !kept(hits, cue, h, m)) return true;
            }
        }
        return false;
    }

    private static boolean works(ReadText text, UrgencyCue cue, Hit h, Match m) {
        for (Hit part : m.parts())
            if (h.start() < part.end() && part.start() < h.end()) return cue.where() == Where.AROUND && covers(h, part);
        Hit last = m.parts().getFirst();
        for (Hit part : m.parts()) if (part.start() > last.start()) last = part;
        boolean before = h.end() <= last.start();
        if (cue.where() == Where.BEFORE && !before) return false;
        if (cue.where() == Where.AFTER && before) return false;
        if (Math.max(m.start() - h.end(), h.start() - m.end()) > cue.reach()) return false;
        int near = before ? (h.start() < m.start() ? m.start() : last.start()) : m.end() - 1;
        return switch (cue.within()) {
            case CLAUSE -> text.sameClause(h.start(), near);
            case NEXT -> text.sameSentence(h.start(), near) && text.clausesApart(h.start(), near) <= 1;
            case SENTENCE -> text.sameSentence(h.start(), near);
            case TEXT -> true;
        };
    }

    /** 没人落水 denies 落水, which stands in it. */
    private static boolean covers(Hit cue, Hit part) {
        return cue.start() <= part.start()
                && part.end() <= cue.end()
                && cue.end() - cue.start() > part.end() - part.start();
    }

    private static boolean kept(List<Hit> hits, UrgencyCue cue, Hit h, Match m) {
        if (cue.unless().isEmpty() && cue.unlessAfter().isEmpty()) return false;
        int start = Math.min(h.start(), m.start());
        int end = Math.max(h.end(), m.end()) + STILL;
        for (int i = first(hits, start - 6); i < hits.size() && hits.get(i).start() <= end; i++) {
            Hit keeps = hits.get(i);
            if (cue.unless().contains(keeps.concept())) return true;
            if (keeps.start() >= h.end() && cue.unlessAfter().contains(keeps.concept())) return true;
        }
        return false;
    }

    private static int first(List<Hit> hits, int start) {
        int low = 0;
        int high = hits.size();
        while (low < high) {
            int middle = (low + high) / 2;
            if (hits.get(middle).start() < start) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
