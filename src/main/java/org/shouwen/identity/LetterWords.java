package org.shouwen.identity;

import java.util.EnumSet;
import java.util.Set;
import org.shouwen.identity.PersonalDataDetector.Kind;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * What people at work wrote, as an official letter may carry it out of the house (Art. 21): numbers and accounts of third
 * persons are masked. Whom the matter is about, where it is, and the plate of a taxi stay: the addressee has to act on
 * them. The appellant's own are gone before, when the words are kept.
 */
@Basis(Clause.A21)
public final class LetterWords {
    private static final Set<Kind> STAY = EnumSet.of(Kind.NAME, Kind.ADDRESS, Kind.PLATE);

    private LetterWords() {}

    /** @param written as it is kept; meters, orders, public lines stay readable */
    public static String masked(String written) {
        return PersonalDataDetector.mask(written, Identity.UNNAMED, kind -> !STAY.contains(kind));
    }
}
