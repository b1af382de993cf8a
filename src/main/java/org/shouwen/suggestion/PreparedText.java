package org.shouwen.suggestion;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A message as the class model reads it: NFKC, lower case, masked place names such as {@code B9县} and numbers made equal,
 * and only the beginning and the end of a long body.
 *
 * @param title the prepared title
 * @param body the prepared body, at most {@value #BEGINNING} + {@value #END} characters and a space
 */
record PreparedText(String title, String body) {
    private static final int BEGINNING = 480;
    private static final int END = 120;

    /** Longer texts are cut before they are normalised, so that a text of any length costs the same. */
    private static final int MOST_READ = 20_000;

    private static final Pattern MASKED_PLACE = Pattern.compile("[a-z]\\d*(?=[市县区州省])");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SPACE = Pattern.compile("\\s+");

    static PreparedText of(String title, String content) {
        String body = normalise(content);
        if (body.length() > BEGINNING + END)
            body = body.substring(0, BEGINNING) + " " + body.substring(body.length() - END);
        return new PreparedText(normalise(title), body);
    }

    private static String normalise(String text) {
        String read = text.length() <= MOST_READ
                ? text
                : text.substring(0, MOST_READ / 2) + " " + text.substring(text.length() - MOST_READ / 2);
        String plain = Normalizer.normalize(read, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        plain = MASKED_PLACE.matcher(plain).replaceAll("某");
        plain = NUMBER.matcher(plain).replaceAll("0");
        return SPACE.matcher(plain).replaceAll(" ").strip();
    }
}
