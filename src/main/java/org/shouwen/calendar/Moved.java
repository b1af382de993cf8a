package org.shouwen.calendar;

import java.time.Instant;

/**
 * A limit that a calendar moved (ruling 2).
 *
 * @param number of the order
 * @param limit {@code receipt} or {@code handling}
 */
public record Moved(String number, String limit, Instant before, Instant after, boolean provisional) {}
