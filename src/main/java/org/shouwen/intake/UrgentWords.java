package org.shouwen.intake;

import java.util.Optional;
import org.shouwen.regulation.Edition;

/** Finds the urgent kind that a text's words give away (Art. 17): a proposal to the officer, never a decision. */
public final class UrgentWords {
    private UrgentWords() {}

    public static Optional<Edition.UrgentKind> find(String text, Edition edition) {
        return edition.urgentKinds().stream()
                .filter(kind -> kind.words().stream().anyMatch(text::contains))
                .findFirst();
    }
}
