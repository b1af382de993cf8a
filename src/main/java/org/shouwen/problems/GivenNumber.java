package org.shouwen.problems;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers that the product gave out back, however they were copied: without the hyphen, with any dash, in full
 * width, with blanks, with words or {@code #} around. Numbers of a year are {@code 2026-0003}; those of appeals and orders
 * are {@link WorkOrderNumber}.
 */
public final class GivenNumber {
    /** Between the day and the rest; 一 is what a Chinese keyboard makes of a dash. */
    static final String PARTED = "[\\s_./~·・•‧:|\\\\号第一-]{0,6}";

    static final Pattern BLANKS = Pattern.compile("(?<=[0-9]) +(?=[0-9])");
    private static final Pattern OF_YEAR =
            Pattern.compile("(?<![0-9])[\\[(]?(20[0-9]{2})[\\])]?年?" + PARTED + "第?([0-9]{1,6})(?![0-9年月日])");

    /** Nothing but a number of a year, with the words of a paper's number around: 督〔2026〕1号. */
    private static final Pattern WHOLE_OF_YEAR =
            Pattern.compile("(?:no[.: ]*)?([^0-9a-z\\[(]{0,12})([\\[(]?) ?(20[0-9]{2})( ?[\\])]? ?年? ?" + PARTED
                    + "第? ?)([0-9]{1,6}) ?(号?)[^0-9\\p{L}]{0,3}");

    /** Fewer could as well be a month. */
    private static final int DIGITS = 3;

    /** A few digits, with words or marks around, that are no whole number. */
    private static final Pattern TAIL = Pattern.compile("(?:no[.: ]*)?[^0-9a-z]{0,12}([0-9]{1,6})[^0-9a-z]{0,6}");

    private static final int LONGEST = 200;

    private GivenNumber() {}

    /** A number that begins with its year, such as those of supervisions; else what was typed. */
    public static String ofYear(@Nullable String typed) {
        Matcher m = OF_YEAR.matcher(BLANKS.matcher(plain(typed)).replaceAll(""));
        return m.find() ? m.group(1) + "-" + filled(m.group(2)) : Text.clean(typed);
    }

    /**
     * @param mark words before it, such as 督 or 专报; empty: none
     * @param number as given out
     */
    public record OfYear(String mark, String number) {}

    /** A number of a year and nothing else; 2026-08 is a month, 〔2026〕8号 a number. */
    public static Optional<OfYear> wholeOfYear(@Nullable String typed) {
        Matcher m = WHOLE_OF_YEAR.matcher(plain(typed));
        if (!m.matches()) return Optional.empty();
        boolean paper = !m.group(2).isEmpty() || !m.group(6).isEmpty();
        if (m.group(4).isEmpty() || (!paper && m.group(5).length() < DIGITS)) return Optional.empty();
        return Optional.of(new OfYear(m.group(1).strip(), m.group(3) + "-" + filled(m.group(5))));
    }

    private static String filled(String digits) {
        return "0".repeat(Math.max(0, 4 - digits.length())) + digits;
    }

    /** The last digits of a number, such as 123 or #000123; empty when it is anything else. */
    public static Optional<String> tail(@Nullable String typed) {
        Matcher m = TAIL.matcher(plain(typed));
        return m.matches() ? Optional.of(m.group(1)) : Optional.empty();
    }

    static String plain(@Nullable String typed) {
        String text = Text.clean(typed);
        String head = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        return Normalizer.normalize(head, Normalizer.Form.NFKC)
                .toLowerCase(java.util.Locale.ROOT)
                .replaceAll("[\\p{Pd}−─━ー〜]", "-")
                .replaceAll("\\p{Cf}", "")
                .replaceAll("[〔【「]", "[")
                .replaceAll("[〕】」]", "]")
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip();
    }
}
