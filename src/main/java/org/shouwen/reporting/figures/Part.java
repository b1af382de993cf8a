package org.shouwen.reporting.figures;

import java.util.Locale;
import org.shouwen.regulation.Pure;
import org.shouwen.reporting.facts.Counted;

/** A set of cases that a figure counts: all of a kind, those that meet what it asks, or those that do not. */
@Pure
public record Part(Counted as, Which which) {
    public enum Which {
        COUNTED,
        MET,
        MISSED
    }

    /**
     * Reads {@code receipt.met}, as a definition writes it.
     *
     * @throws IllegalArgumentException when it names no such cases
     */
    static Part parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 0) throw new IllegalArgumentException("written like receipt.met, not: " + text);
        return new Part(
                Counted.valueOf(text.substring(0, dot).toUpperCase(Locale.ROOT).replace('-', '_')),
                Which.valueOf(text.substring(dot + 1).toUpperCase(Locale.ROOT)));
    }
}
