package org.shouwen.regulation;

import com.fasterxml.jackson.annotation.JsonCreator;

/** A length of time that an edition allows: working days of the State Council, or hours of the clock (接诉即办 cities). */
@Pure
public sealed interface Limit {
    /** Ends with the n-th working day after the day of dispatch (ruling 1). */
    record WorkingDays(int days) implements Limit {
        public WorkingDays {
            if (days < 1 || days > 366) throw new IllegalArgumentException("working days out of 1..366: " + days);
        }
    }

    /** Ends n hours after dispatch, whatever the day. */
    record Hours(int hours) implements Limit {
        public Hours {
            if (hours < 1 || hours > 24 * 366) throw new IllegalArgumentException("hours out of 1..8784: " + hours);
        }
    }

    /** Reads {@code 7wd} (working days) or {@code 24h} (hours). */
    @JsonCreator
    static Limit parse(String text) {
        String t = text.strip();
        if (t.endsWith("wd")) return new WorkingDays(number(t, 2));
        if (t.endsWith("h")) return new Hours(number(t, 1));
        throw new IllegalArgumentException("a limit is written like 7wd or 24h, not: " + text);
    }

    private static int number(String text, int unitLength) {
        try {
            return Integer.parseInt(
                    text.substring(0, text.length() - unitLength).strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("a limit is written like 7wd or 24h, not: " + text, e);
        }
    }
}
