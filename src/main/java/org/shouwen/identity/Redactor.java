package org.shouwen.identity;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.PersonalDataDetector.Kind;

/** Words as a unit may read them: without what leads to the person, except the kinds that the unit needs. */
@FunctionalInterface
public interface Redactor {
    /** @param kept kinds that stay as they are */
    String of(String words, Set<Kind> kept);

    /** Nothing stays. */
    default String of(String words) {
        return of(words, EnumSet.noneOf(Kind.class));
    }

    /** Null stays null. */
    default @Nullable String ofAny(@Nullable String words) {
        return words == null ? null : of(words);
    }
}
