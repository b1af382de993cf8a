package org.shouwen.search;

import java.util.EnumSet;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.identity.PersonalDataDetector.Kind;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;

/**
 * Words of a search that would lead to a person (Art. 21). They stand in no address, for addresses are kept in many places,
 * and in no stored search.
 */
@Basis(Clause.A21)
public final class PersonalWords {
    /** Found without doubt. A name or a door may be a word of everyday language. */
    private static final Set<Kind> NUMBERS =
            EnumSet.of(Kind.EMAIL, Kind.ID_NUMBER, Kind.BANK_CARD, Kind.PHONE, Kind.PLATE, Kind.ACCOUNT);

    /** A run of digits is looked at by itself as well: beside some words it would be taken for another number. */
    private static final Pattern PARTS = Pattern.compile("\\d{7,}|[^\\s\\d]+|\\S+");

    /** No number, account or plate has fewer characters. */
    private static final int SHORTEST = 4;

    /** A name, and what was said of it, has more letters than a name alone. */
    private static final int SENTENCE = 8;

    private PersonalWords() {}

    /** Whether the words may lead to a person. */
    public static boolean in(String words) {
        return !kinds(words).isEmpty();
    }

    /** Whether a number, an account or a plate stands in the words. */
    public static boolean numberIn(String words) {
        return words.length() >= SHORTEST && kinds(words).stream().anyMatch(NUMBERS::contains);
    }

    /** Whether the words are a sentence in which at most a name seems to stand: everyday words are often taken for one. */
    static boolean sentence(String words) {
        Set<Kind> kinds = kinds(words);
        if (kinds.isEmpty()) return true;
        return kinds.equals(EnumSet.of(Kind.NAME))
                && words.codePoints().filter(Character::isLetter).count() >= SENTENCE;
    }

    private static Set<Kind> kinds(String words) {
        Stream<String> parts = PARTS.matcher(words).results().map(MatchResult::group);
        return Stream.concat(Stream.of(words), parts)
                .flatMap(part -> PersonalDataDetector.find(part, Identity.UNNAMED).stream())
                .map(PersonalDataDetector.Found::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Kind.class)));
    }
}
