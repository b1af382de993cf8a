package org.shouwen.suggestion;

import java.util.List;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;

/** Recognises danger to life and the urgent kinds of an edition in people's own words (Art. 8.3, 17). Pure. */
@Basis({Clause.A8_3, Clause.A17_9})
public final class UrgencyDetector {
    private final Edition edition;
    private final List<CityPhrase> phrases;

    /** @param phrases what the city added; looked for beside what the product knows */
    public UrgencyDetector(Edition edition, List<CityPhrase> phrases) {
        this.edition = edition;
        this.phrases = List.copyOf(phrases);
    }

    /** Judges a text of any length; an empty text is never urgent. */
    public UrgencyJudgement judge(String text) {
        for (CityPhrase p : phrases) {
            int at = text.indexOf(p.phrase());
            if (at >= 0)
                return new UrgencyJudgement(
                        p.kind(), "", p.phrase(), at, at + p.phrase().length());
        }
        for (Edition.UrgentKind kind : edition.urgentKinds())
            for (String word : kind.words()) {
                int at = text.indexOf(word);
                if (at >= 0) return new UrgencyJudgement(kind.code(), "", word, at, at + word.length());
            }
        return UrgencyJudgement.NOTHING;
    }
}
