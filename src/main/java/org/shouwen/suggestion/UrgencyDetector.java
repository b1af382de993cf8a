package org.shouwen.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.suggestion.RuleMatcher.Match;
import org.shouwen.suggestion.ShippedUrgency.Models;
import org.shouwen.suggestion.UrgencyParts.Part;
import org.shouwen.suggestion.UrgencyReader.Reading;

/**
 * Recognises danger to life and the urgent kinds of an edition in people's own words (Art. 8.3, 17). It knows only kinds that
 * the edition has. Pure; the time grows with the length of the text alone.
 */
@Basis({Clause.A8_3, Clause.A17_9})
public final class UrgencyDetector {
    /** From this probability on a short text is an alarm, and a part of a long one, of which there are many chances to err. */
    private static final double SHORT_TEXT = 0.35;

    static final double PART_OF_LONG = 0.6;

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

    private static final Comparator<Match> FIRST = Comparator.comparing(
                    (Match m) -> !m.rule().kind().equals(UrgencyJudgement.DANGER))
            .thenComparingInt(Match::start)
            .thenComparing(Match::end, Comparator.reverseOrder());

    private final Set<String> kinds = new HashSet<>();
    private final Set<String> targets = new HashSet<>();
    private final CityPhraseMatcher phrases;
    private final UrgencyGuidance guidance;
    private final PartJudge judge;

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
        this.judge = new PartJudge(kinds, guidance);
        this.phrases = new CityPhraseMatcher(own, first);
        Models.prepare();
    }

    /** Judges a text of any length; an empty text is never urgent. */
    public UrgencyJudgement judge(String text) {
        Reading reading = ShippedUrgency.READER.read(text, phrases);
        List<Part> parts = UrgencyParts.parts(reading.text());
        double least = parts.size() > 1 ? PART_OF_LONG : SHORT_TEXT;
        List<Match> alarms = new ArrayList<>();
        for (Match m : reading.standing())
            if (phrases.owns(m.rule()) && kinds.contains(m.rule().kind())) alarms.add(m);
        add(alarms, reading, parts, least);
        if (alarms.isEmpty()) add(alarms, reading, UrgencyParts.sentences(reading.text()), SENTENCE);
        boolean spoken = reading.text().length() <= SPOKEN;
        int breath = spoken ? 0 : BREATHLESS;
        if (alarms.isEmpty()) {
            List<Part> clauses = UrgencyParts.clauses(reading.text(), breath);
            add(alarms, reading, clauses, spoken ? CLAUSE : OF_BREATHLESS, NEAR_CLAUSE);
        }
        if (alarms.isEmpty()) {
            List<Part> pieces = UrgencyParts.pieces(reading.text(), breath);
            add(alarms, reading, pieces, spoken ? RUN_ON : OF_BREATHLESS, NEAR_PIECE);
        }
        return alarms.stream().min(FIRST).map(m -> judgement(text, reading, m)).orElse(UrgencyJudgement.NOTHING);
    }

    private void add(List<Match> alarms, Reading reading, List<Part> parts, double least) {
        add(alarms, reading, parts, least, CueReader.ANYWHERE);
    }

    private void add(List<Match> alarms, Reading reading, List<Part> parts, double least, int near) {
        for (Part p : parts) {
            Match m = judge.alarm(reading, p, least, near);
            if (m != null) alarms.add(m);
        }
    }

    private UrgencyJudgement judgement(String text, Reading reading, Match m) {
        int start = reading.text().folded().origin(m.start());
        int end = reading.text().folded().origin(m.end());
        return new UrgencyJudgement(
                m.rule().kind(), guidance.known(m.rule().guidance()), text.substring(start, end), start, end);
    }
}
