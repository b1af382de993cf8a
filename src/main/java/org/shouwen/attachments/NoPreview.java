package org.shouwen.attachments;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

/** The picture that stands where a file's own picture can not be drawn: a grey field with a sentence, as SVG. */
final class NoPreview {
    private NoPreview() {}

    /** @param locale of the reader; any but English gets Chinese */
    static byte[] svg(Locale locale) {
        Locale words = locale.getLanguage().equals("en") ? Locale.ENGLISH : Locale.ROOT;
        String sentence = ResourceBundle.getBundle(
                        "i18n.attachments",
                        words,
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES))
                .getString("attachments.no-preview");
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 240 160" width="240" height="160" role="img">
                <title>%1$s</title><rect width="240" height="160" fill="#e6e7e9"/>
                <text x="120" y="84" text-anchor="middle" font-family="sans-serif" font-size="14" fill="#1d2433">%1$s</text>
                </svg>
                """.formatted(sentence).getBytes(StandardCharsets.UTF_8);
    }
}
