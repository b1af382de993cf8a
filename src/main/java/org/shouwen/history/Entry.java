package org.shouwen.history;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Something that happened, about to be written down.
 *
 * @param after where the subject's chain stood before; the entry becomes number {@code after.seq() + 1}
 * @param at microseconds are kept
 * @param type the event's name, such as {@code Dispatched}
 * @param body the event as JSON; identity never goes in here, only references to the vault
 */
public record Entry(Subject subject, Chain after, Instant at, Actor by, String type, String body) {
    /** The database keeps microseconds, and rounds: what is sealed must be what is kept. */
    public Entry {
        at = at.truncatedTo(ChronoUnit.MICROS);
    }
}
