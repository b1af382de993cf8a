package org.shouwen.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Names that nobody was asked for: family names roughly as often as people bear them, given names of characters that
 * given names like. Some of two characters are words of the language too (柳叶, 高原), some hold a rare character.
 */
final class InventedNames {
    private static final int[] GIVEN = NameCues.GIVEN.codePoints().toArray();
    private static final String SINGLE = Surnames.SINGLE;
    private static final List<String> COMPOUND =
            Surnames.COMPOUND.stream().sorted().toList();
    private static final int COMMON_GIVEN = 84;

    private static final double COMPOUND_SHARE = 0.04;
    private static final double WORD_SHARE = 0.16;
    private static final double ANY_WORD_SHARE = 0.06;
    private static final double THREE_SHARE = 0.76;
    private static final double USUAL_CHARACTER_SHARE = 0.18;
    private static final double RARE_SHARE = 0.03;

    /** Words of two characters that could be names, the second one a character of given names. */
    private static final List<String> WORDS = words(GIVEN);

    /** The same whatever their second character is, where it is no word of every second text: 程序, 段落, 解决. */
    private final List<String> anyWords;

    private final Random random;
    private final int[] usual;

    /** @param usual characters of everyday words, which given names sometimes have too */
    InventedNames(Random random, int[] usual) {
        this.random = random;
        this.usual = usual;
        this.anyWords = words(usual).stream().filter(InventedNames::seldom).toList();
    }

    private static boolean seldom(String word) {
        int level = KnownPairs.level(word.codePointAt(0), word.codePointBefore(word.length()));
        return level == 1 || level == 2;
    }

    private static List<String> words(int[] second) {
        List<String> words = new ArrayList<>();
        for (int s : SINGLE.codePoints().toArray())
            for (int g : second)
                if (KnownWords.has(s, g, 0, 0)) words.add(Character.toString(s) + Character.toString(g));
        return words;
    }

    /** One name. */
    String name() {
        double kind = random.nextDouble();
        if (kind < WORD_SHARE) return WORDS.get(random.nextInt(WORDS.size()));
        if (kind < WORD_SHARE + ANY_WORD_SHARE) return anyWords.get(random.nextInt(anyWords.size()));
        String surname = surname();
        StringBuilder name = new StringBuilder(surname).appendCodePoint(given());
        if (random.nextDouble() < (surname.length() == 2 ? 0.55 : THREE_SHARE)) {
            boolean twice = random.nextDouble() < 0.05; // 毛毛, 圆圆
            name.appendCodePoint(twice ? name.codePointBefore(name.length()) : given());
        }
        return name.toString();
    }

    /** One family name. */
    String surname() {
        double kind = random.nextDouble();
        if (kind < COMPOUND_SHARE)
            return random.nextDouble() < 0.4 ? "欧阳" : COMPOUND.get(random.nextInt(COMPOUND.size()));
        double z = random.nextDouble();
        int at = kind < 0.66 ? (int) (100 * z * z) : kind < 0.9 ? random.nextInt(300) : random.nextInt(SINGLE.length());
        return SINGLE.substring(at, at + 1);
    }

    private int given() {
        double kind = random.nextDouble();
        if (kind < RARE_SHARE) return 0x4E00 + random.nextInt(0x9FA5 - 0x4E00);
        if (kind < RARE_SHARE + USUAL_CHARACTER_SHARE) return usual[random.nextInt(usual.length)];
        return GIVEN[kind < 0.55 ? random.nextInt(COMMON_GIVEN) : random.nextInt(GIVEN.length)];
    }
}
