package org.shouwen.suggestion;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.HexFormat;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What is compared of a message. Holds hashed pieces, never the words; arrays are ascending without repetition.
 *
 * @param message its id
 * @param sender empty when not known
 * @param day epoch day
 * @param wording digest of the letters and digits of title and content
 * @param title pairs of characters of the title
 * @param all pairs of characters of the title and the beginning of the content
 * @param titlePlaces names of places and bodies in the title, such as {@code 丽发新城}: the ending with two characters before
 * @param places such names in the title and the beginning of the content
 * @param areas masked areas such as {@code a7县}, of which the number is kept
 */
record MatterText(
        String message,
        String sender,
        long day,
        String wording,
        int[] title,
        int[] all,
        int[] titlePlaces,
        int[] places,
        int[] areas) {
    /** Whoever needs more than this to come to the matter comes to several. */
    private static final int BEGINNING = 400;

    /** Letters at the beginning that stand for a title where there is none. */
    private static final int TITLE = 24;

    private static final Pattern PLACE_ENDING =
            Pattern.compile("小区|花园|新城|国际|广场|学校|小学|中学|大学|学院|医院|公司|集团|社区|号线|公园|项目|车贷|驾校|平台|银行" + "|[路街村镇站桥城苑湾园府郡厂组庭里山]");
    private static final Pattern AREA = Pattern.compile("[a-z]\\d+(?=[市县区])");

    static MatterText of(ReceivedMessage message) {
        String plainContent = letters(message.content());
        String plainTitle = message.title().isBlank() ? beginning(plainContent) : letters(message.title());
        String title = plainTitle.toLowerCase(Locale.ROOT);
        String content = plainContent
                .substring(0, Math.min(BEGINNING, plainContent.length()))
                .toLowerCase(Locale.ROOT);
        // The bar keeps title and content apart; no letter or digit is one.
        String all = title + "|" + content;
        return new MatterText(
                message.id(),
                message.sender(),
                message.time().toLocalDate().toEpochDay(),
                digest(plainTitle + "|" + plainContent),
                pairs(title),
                pairs(title + " " + content),
                places(title),
                places(all),
                areas(all));
    }

    /**
     * What is said without a title begins with what it is about. Matters are told apart by titles: without one the pair model
     * finds a quarter of what it finds with this.
     */
    private static String beginning(String content) {
        return content.substring(
                0, content.offsetByCodePoints(0, Math.min(TITLE, content.codePointCount(0, content.length()))));
    }

    /** NFKC, letters and digits only. */
    static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        Normalizer.normalize(text, Normalizer.Form.NFKC)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(letters::appendCodePoint);
        return letters.toString();
    }

    private static int[] pairs(String text) {
        GramCounts counts = new GramCounts();
        counts.addGrams(text, 2, 2, GramCounts.BODY);
        return counts.keysCounted(1);
    }

    private static int[] places(String text) {
        GramCounts counts = new GramCounts();
        Matcher ending = PLACE_ENDING.matcher(text);
        for (int from = 0; from < text.length() && ending.find(from); from = ending.start() + 1)
            if (ending.start() >= 2)
                counts.add(GramCounts.keyOf(text.substring(ending.start() - 2, ending.end()), GramCounts.TITLE), 1);
        return counts.keysCounted(1);
    }

    private static int[] areas(String text) {
        GramCounts counts = new GramCounts();
        Matcher area = AREA.matcher(text);
        while (area.find()) counts.add(GramCounts.keyOf(area.group(), GramCounts.TITLE), 1);
        return counts.keysCounted(1);
    }

    private static String digest(String text) {
        try {
            byte[] sha = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sha);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
