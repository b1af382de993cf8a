package org.shouwen.messages;

import java.time.Instant;

/** What a person was told, in the words they were told it. */
public record Told(Instant at, Moment moment, String text) {}
