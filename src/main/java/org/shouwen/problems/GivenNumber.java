package org.shouwen.problems;

import java.text.Normalizer;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads numbers that the product gave out back, however they were copied: without the hyphen, with any dash, in full
 * width, with blanks, with words or {@code #} around. Numbers of appeals and orders are {@code 20260930-000123} (day, dash,
 * six to nine digits), those of a year {@code 2026-0003}.
 */
public final class GivenNumber {
    /** Between the day and the rest; 一 is what a Chinese keyboard makes of a dash. */
    private static final String PARTED = "[\\s_./~·・•‧:|\\\\号第一-]{0,6}";

    private static final Pattern OF_DAY =
            Pattern.compile("(?<![0-9])(20[0-9]{2})[-./年]?(0[1-9]|1[0-2])[-./月]?(0[1-9]|[12][0-9]|3[01])日?" + PARTED
                    + "([0-9]{6,9})(?![0-9])");

    /** With the zeros left out, which only a dash can tell from a day and something else. */
    private static final Pattern SHORT_OF_DAY = Pattern.compile(
            "(?<![0-9-])(20[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])) ?-{1,2} ?([1-9][0-9]{0,4})(?![0-9a-z-])");

    /** A number in which letters stand for figures, as when it was read off paper. */
    private static final Pattern LIKE_FIGURES = Pattern.compile("(?<![0-9a-z])[0-9oil][0-9oil-]{13,18}(?![0-9a-z])");

    private static final Pattern BLANKS = Pattern.compile("(?<=[0-9]) +(?=[0-9])");
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

    /** The one number of an appeal or order in what was typed; empty when there is none, or several different ones. */
    public static Optional<String> read(@Nullable String typed) {
        String text = plain(typed);
        Set<String> found = all(OF_DAY, text);
        if (found.isEmpty()) found = all(OF_DAY, BLANKS.matcher(text).replaceAll(""));
        if (found.isEmpty()) found = all(SHORT_OF_DAY, text);
        if (found.isEmpty()) found = all(OF_DAY, figures(text));
        return found.size() == 1 ? Optional.of(found.iterator().next()) : Optional.empty();
    }

    private static Set<String> all(Pattern pattern, String text) {
        Set<String> found = new HashSet<>();
        for (Matcher m = pattern.matcher(text); m.find(); ) {
            StringBuilder day = new StringBuilder();
            for (int g = 1; g < m.groupCount(); g++) day.append(m.group(g));
            String rest = m.group(m.groupCount());
            found.add(day + "-" + "0".repeat(Math.max(0, 6 - rest.length())) + rest);
        }
        return found;
    }

    private static String figures(String text) {
        return LIKE_FIGURES
                .matcher(text)
                .replaceAll(m -> m.group().replace('o', '0').replace('i', '1').replace('l', '1'));
    }

    /** {@link #read}, or what was typed without blanks around when it holds no number: whoever looks it up finds nothing. */
    public static String of(@Nullable String typed) {
        return read(typed).orElseGet(() -> Text.clean(typed));
    }

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

    private static String plain(@Nullable String typed) {
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
