package org.shouwen.warning;

import java.time.Instant;
import org.shouwen.regulation.Pure;

/**
 * To whom a warning was handed, by whom and with which words.
 *
 * @param unit code; empty unless it went to a unit
 * @param report number of the special report; empty unless it is one
 */
@Pure
public record Handing(To to, String recipient, String unit, String report, String words, String by, Instant at) {
    /** The names are stored. */
    public enum To {
        UNIT,
        LEADER,
        SPECIAL_REPORT
    }
}
