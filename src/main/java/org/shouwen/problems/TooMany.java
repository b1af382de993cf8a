package org.shouwen.problems;

import java.time.Duration;

/** Too many tries that failed: nothing was looked at; it may be tried again after a while. Status 429. */
public final class TooMany extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long seconds;

    public TooMany(Duration wait) {
        super("too many tries");
        this.seconds = Math.max(1, wait.toSeconds() + 1);
    }

    public long seconds() {
        return seconds;
    }
}
