package org.shouwen.documents;

import java.util.ArrayList;
import java.util.List;

/** Breaks a title into centred lines of nearly equal length where words end (GB/T 9704-2012, 7.3.1). */
final class LineBreaks {
    /** Also what ends the name of a place or an office: 锦山大街 is not parted before 街. */
    private static final String NOT_BEFORE = "的了地得和与及、，。；：）》”〕号工单街路巷栋座区县镇乡村";

    private static final String OPEN = "《（“〔";
    private static final String CLOSED = "》）”〕";
    private static final String NOT_AFTER = "《（“〔第关";

    private static final String AFTER_A_WORD = "的和与及、，；：》）”〕";

    /** By how many characters a line may be shorter or longer so that no word is parted. */
    private static final double WITHIN_WORD = 3;

    private LineBreaks() {}

    /** Width in characters of the type area: a digit or Latin letter is half as wide as a Chinese character. */
    static double width(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x2E80 ? 0.5 : 1).sum();
    }

    /**
     * Width where the typefaces of the standard are missing and others stand in for them, whose digits are wider: a line that
     * fits by this has no last character on a line of its own.
     */
    private static double atMost(String text) {
        return text.codePoints().mapToDouble(c -> c < 0x2E80 ? 0.65 : 1).sum();
    }

    private static boolean tooLong(String text, double most) {
        return width(text) > most || atMost(text) > most + 1;
    }

    /** @param most width of a line; no line is empty, and what is in one piece stays so even where it is longer */
    static List<String> of(String title, double most) {
        int lines = Math.max(1, (int) Math.ceil(Math.max(width(title) / most, atMost(title) / (most + 1))));
        List<String> broken = new ArrayList<>();
        String rest = title;
        for (int left = lines; left > 1 && tooLong(rest, most); left--) {
            int at = best(rest, width(rest) / left, most);
            if (at == 0) break;
            broken.add(rest.substring(0, at));
            rest = rest.substring(at);
        }
        broken.add(rest);
        return broken;
    }

    /**
     * The place nearest to the wanted width at which the text may be broken; 0 when there is none. A quoted name is broken
     * only where the lines that are left would not hold the rest otherwise.
     */
    private static int best(String text, double wanted, double most) {
        int lines = (int) Math.round(width(text) / wanted) - 1;
        int best = 0;
        double nearest = Double.MAX_VALUE;
        for (int at = 1; at < text.length(); at++) {
            double before = width(text.substring(0, at));
            if (tooLong(text.substring(0, at), most) || !breaks(text, at)) continue;
            double off = Math.abs(before - wanted) + (perhapsWithinWord(text, at) ? WITHIN_WORD : 0);
            if (quoted(text, at) || tooLong(text.substring(at), most * lines)) off += text.length();
            if (off < nearest) {
                nearest = off;
                best = at;
            }
        }
        return best;
    }

    /** Between two Chinese characters there may be none of a word's ends, except after what joins or quotes. */
    private static boolean perhapsWithinWord(String text, int at) {
        return text.charAt(at - 1) >= 0x2E80
                && text.charAt(at) >= 0x2E80
                && AFTER_A_WORD.indexOf(text.charAt(at - 1)) < 0;
    }

    private static boolean quoted(String text, int at) {
        long open =
                text.substring(0, at).chars().filter(c -> OPEN.indexOf(c) >= 0).count();
        return open
                > text.substring(0, at)
                        .chars()
                        .filter(c -> CLOSED.indexOf(c) >= 0)
                        .count();
    }

    private static boolean breaks(String text, int at) {
        char before = text.charAt(at - 1);
        char after = text.charAt(at);
        boolean inWord = before < 0x2E80 && after < 0x2E80;
        return !inWord
                && !Character.isLowSurrogate(after)
                && NOT_BEFORE.indexOf(after) < 0
                && NOT_AFTER.indexOf(before) < 0;
    }
}
