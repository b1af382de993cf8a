package org.shouwen.history;

import java.time.Instant;

/** An entry as it stands in the history. */
public record Recorded(Subject subject, long seq, Instant at, Actor by, String type, String body) {}
