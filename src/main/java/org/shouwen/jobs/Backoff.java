package org.shouwen.jobs;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a receiver that failed is tried again: seconds, minutes, then an hour; after a day it is left alone. */
public final class Backoff {
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofMinutes(30));

    /** Altogether about a day. */
    public static final int TRIES = 28;

    private Backoff() {}

    /**
     * @param failures how often it has failed, this time included
     * @param gone it has said that it will never take anything again (410)
     * @return null: it is stopped until a person resumes it
     */
    public static @Nullable Instant next(int failures, boolean gone, Instant now) {
        if (gone || failures >= TRIES) return null;
        return now.plus(failures <= WAITS.size() ? WAITS.get(failures - 1) : Duration.ofHours(1));
    }
}
