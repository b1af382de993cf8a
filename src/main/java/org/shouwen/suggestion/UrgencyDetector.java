package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.suggestion.RuleMatcher.Match;
import org.shouwen.suggestion.ShippedUrgency.Models;
import org.shouwen.suggestion.UrgencyReader.Part;
import org.shouwen.suggestion.UrgencyReader.Reading;
import org.shouwen.suggestion.WordFinder.Hit;

/**
 * Recognises danger to life and the urgent kinds of an edition in people's own words (Art. 8.3, 17). It knows only kinds that
 * the edition has. Pure; the time grows with the length of the text alone.
 */
@Basis({Clause.A8_3, Clause.A17_9})
public final class UrgencyDetector {
    /** From this probability on a short text is an alarm, and a part of a long one, of which there are many chances to err. */
    private static final double SHORT_TEXT = 0.35;

    private static final double PART_OF_LONG = 0.6;

    /** A sentence by itself, of which a text has most. */
    private static final double SENTENCE = 0.7;

    /** A clause by itself, in a text of no more than {@link #SPOKEN} characters: what is said in one breath on the telephone. */
    private static final double CLAUSE = 0.7;

    /** A piece of what was typed without a mark, which may begin or end within a word. */
    private static final double RUN_ON = 0.8;

    private static final int SPOKEN = 240;

    /** A sentence of so many characters in a longer text is told without a breath, and is heard clause by clause too. */
    private static final int BREATHLESS = 120;

    /** A clause or a piece of such a sentence: there are many, so that each asks for more. */
    private static final double OF_BREATHLESS = 0.85;

    /** What takes a clause back stands at most so far from it, in it or the next: elsewhere people speak of other things. */
    private static final int NEAR_CLAUSE = 24;

    private static final int NEAR_PIECE = 2;

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

    private static final Comparator<Match> FIRST = Comparator.comparing(
                    (Match m) -> !m.rule().kind().equals(UrgencyJudgement.DANGER))
            .thenComparingInt(Match::start)
            .thenComparing(Match::end, Comparator.reverseOrder());

    private final Set<String> kinds = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final CityPhraseMatcher phrases;
    private final UrgencyGuidance guidance;

    /**
     * Begins to teach the models when it is the first detector of the process.
     *
     * @param phrases what the city added; looked for beside what the product knows
     */
    public UrgencyDetector(Edition edition, List<CityPhrase> phrases) {
        List<CityPhrase> own = new ArrayList<>(phrases);
        for (Edition.UrgentKind k : edition.urgentKinds()) {
            kinds.add(k.code());
            // a kind of a city's own, which the product was never taught, is known by the words of the edition
            if (!UrgencyExamples.kinds().contains(k.code()))
                for (String word : k.words()) own.add(new CityPhrase(k.code(), word));
        }
        String first = "";
        for (Edition.Target t : edition.guidance())
            if (t.danger()) {
                targets.add(t.code());
                if (first.isEmpty()) first = t.code();
            }
        if (!first.isEmpty()) kinds.add(UrgencyJudgement.DANGER);
        this.guidance = new UrgencyGuidance(ShippedUrgency.READER.lexicon(), targets, first);
        this.phrases = new CityPhraseMatcher(own, first);
        Models.prepare();
    }

    /** Judges a text of any length; an empty text is never urgent. */
    public UrgencyJudgement judge(String text) {
        Reading reading = ShippedUrgency.READER.read(text, phrases);
        List<Part> parts = UrgencyReader.parts(reading.text());
        double least = parts.size() > 1 ? PART_OF_LONG : SHORT_TEXT;
        List<Match> alarms = new ArrayList<>();
        for (Match m : reading.standing())
            if (phrases.owns(m.rule()) && kinds.contains(m.rule().kind())) alarms.add(m);
        add(alarms, reading, parts, least);
        if (alarms.isEmpty()) add(alarms, reading, UrgencyReader.sentences(reading.text()), SENTENCE);
        boolean spoken = reading.text().length() <= SPOKEN;
        int breath = spoken ? 0 : BREATHLESS;
        if (alarms.isEmpty()) {
            List<Part> clauses = UrgencyReader.clauses(reading.text(), breath);
            add(alarms, reading, clauses, spoken ? CLAUSE : OF_BREATHLESS, NEAR_CLAUSE);
        }
        if (alarms.isEmpty()) {
            List<Part> pieces = UrgencyReader.pieces(reading.text(), breath);
            add(alarms, reading, pieces, spoken ? RUN_ON : OF_BREATHLESS, NEAR_PIECE);
        }
        return alarms.stream().min(FIRST).map(m -> judgement(text, reading, m)).orElse(UrgencyJudgement.NOTHING);
    }

    private void add(List<Match> alarms, Reading reading, List<Part> parts, double least) {
        add(alarms, reading, parts, least, CueReader.ANYWHERE);
    }

    private void add(List<Match> alarms, Reading reading, List<Part> parts, double least, int near) {
        for (Part p : parts) {
            Match m = byModel(reading, p, least, near);
            if (m != null) alarms.add(m);
        }
    }

    private @Nullable Match byModel(Reading reading, Part part, double least, int near) {
        UrgencyFeatures.Vector vector = reading.features(part.start(), part.end());
        double[] p = Models.KINDS.probabilities(vector);
        int danger = p.length - 1;
        double rest = 1 - p[danger];
        double heavy = p[danger] * (least < PART_OF_LONG ? DANGER_WEIGHT : 1);
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
        boolean isLong = least >= PART_OF_LONG;
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

    private UrgencyJudgement judgement(String text, Reading reading, Match m) {
        int start = reading.text().folded().origin(m.start());
        int end = reading.text().folded().origin(m.end());
        return new UrgencyJudgement(
                m.rule().kind(), guidance.known(m.rule().guidance()), text.substring(start, end), start, end);
    }
}
