package org.shouwen.notification;

import java.time.Instant;

/** What a person was told, in the words they were told it. */
public record SentMessage(Instant at, NotificationType moment, String text) {}
