package org.shouwen.portal;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.shouwen.regulation.Pure;

/**
 * Number and look-up code as they come into the form. The receipt's button copies both at once, and people paste them
 * into the first field, with or without the words around them.
 */
@Pure
public record PastedReceipt(String number, String code) {
    private static final Pattern BOTH = Pattern.compile(
            "(?s)(?<number>.*?(?<![0-9])20[0-9]{6}[^0-9A-Za-z]{0,3}[0-9]{6,9})(?![0-9])(?<between>[^0-9A-Za-z]+)"
                    + "(?<code>[2-9A-HJ-NP-Za-hj-np-z]{4}[ -]?[2-9A-HJ-NP-Za-hj-np-z]{4})(?![0-9A-Za-z])[^0-9A-Za-z]*");

    /** What was typed; number and code taken apart where the code's field is empty and the number's holds both. */
    public static PastedReceipt of(String number, String code) {
        if (!code.isBlank()) return new PastedReceipt(number, code);
        Matcher m = BOTH.matcher(Normalizer.normalize(number, Normalizer.Form.NFKC));
        return m.matches() ? new PastedReceipt(m.group("number"), m.group("code")) : new PastedReceipt(number, code);
    }
}
