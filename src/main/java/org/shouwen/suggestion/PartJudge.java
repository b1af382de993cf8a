package org.shouwen.suggestion;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.suggestion.RuleMatcher.Match;
import org.shouwen.suggestion.ShippedUrgency.Models;
import org.shouwen.suggestion.UrgencyParts.Part;
import org.shouwen.suggestion.UrgencyReader.Reading;
import org.shouwen.suggestion.WordFinder.Hit;

/** Judges one part of a text by the models, the words that stand in it and those that take it back. Pure. */
final class PartJudge {
    /** From this probability on any word of the kind will do, and not only those that name the matter. */
    private static final double PLAIN = 0.8;

    /** People may be shut in: their sentence counts from a lower probability on. */
    private static final String TRAPPED = "lift";

    private static final double TRAPPED_LEAST = 0.6;

    /** A danger that is missed costs more than another alarm too many. */
    private static final double DANGER_WEIGHT = 1.5;

    /** Without a word of its kind only a very likely alarm of a short text counts: the model has not read everything. */
    private static final double WITHOUT_WORDS = 0.8;

    /** From this probability on the words are past, settled, supposed or fenced off. */
    private static final double QUIET = 0.7;

    /** Below this no kind is likely enough to be named, however little speaks for none. */
    private static final double NAMED = 0.12;

    private final Set<String> kinds;
    private final UrgencyGuidance guidance;

    /** @param kinds those that the edition has */
    PartJudge(Set<String> kinds, UrgencyGuidance guidance) {
        this.kinds = Set.copyOf(kinds);
        this.guidance = guidance;
    }

    /**
     * The words of a part that speak most for an alarm, or null when it is none.
     *
     * @param least probability from which on it is one
     * @param near how far away words may stand that take it back; see {@link CueReader#ANYWHERE}
     */
    @Nullable
    Match alarm(Reading reading, Part part, double least, int near) {
        UrgencyFeatures.Vector vector = reading.features(part.start(), part.end());
        double[] p = Models.KINDS.probabilities(vector);
        int danger = p.length - 1;
        double rest = 1 - p[danger];
        double heavy = p[danger] * (least < UrgencyDetector.PART_OF_LONG ? DANGER_WEIGHT : 1);
        p[danger] = heavy / (heavy + rest);
        double quiet = p[0] * (1 - p[danger]) / Math.max(rest, 1e-9);
        for (int k = 1; k < danger; k++) p[k] *= (1 - p[danger]) / Math.max(rest, 1e-9);
        int best = -1;
        for (int k = 1; k < p.length; k++)
            if (kinds.contains(Models.KINDS.kinds().get(k)) && (best < 0 || p[k] > p[best])) best = k;
        if (best < 0) return null;
        String kind = Models.KINDS.kinds().get(best);
        if (p[best] < NAMED) return null;
        if (1 - quiet < (kind.equals(TRAPPED) ? Math.min(least, TRAPPED_LEAST) : least)) return null;
        if (Models.TURNS.probabilities(vector)[1] > QUIET) return null;
        boolean isLong = least >= UrgencyDetector.PART_OF_LONG;
        boolean chief = isLong && (near == CueReader.ANYWHERE || p[best] < PLAIN);
        if ((isLong || p[best] < WITHOUT_WORDS) && !ShippedUrgency.READER.speaksOf(reading, part, kind, chief))
            return null;
        Match words = words(reading, part, kind);
        Hit whole = new Hit(-1, part.start(), part.end());
        Match around = new Match(words.rule(), part.start(), part.end(), List.of(whole));
        return ShippedUrgency.READER.takenBack(reading, around, near) ? null : words;
    }

    /** The words that speak most for a kind: where a rule holds, or the clause that alone looks most like it. */
    private Match words(Reading reading, Part part, String kind) {
        for (Match m : Reading.within(reading.standing(), part.start(), part.end()))
            if (m.rule().kind().equals(kind)) return m;
        int k = Models.KINDS.kinds().indexOf(kind);
        Part best = part;
        double most = -1;
        int start = part.start();
        for (int i = part.start() + 1; i <= part.end(); i++)
            if (i == part.end() || !reading.text().sameClause(i, i - 1)) {
                double p = Models.KINDS.probabilities(reading.features(start, i))[k];
                if (p > most) {
                    most = p;
                    best = new Part(start, i);
                }
                start = i;
            }
        String target = kind.equals(UrgencyJudgement.DANGER) ? guidance.of(reading.text(), part) : "";
        UrgencyRule rule = new UrgencyRule(kind, target, List.of(0), List.of(), false, 0, false);
        return new Match(rule, best.start(), best.end(), List.of());
    }
}
