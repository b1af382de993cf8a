package org.shouwen.workorder;

import java.time.Instant;

/** A limit as it was worked out: past it is too late. Provisional while a year's calendar is not published (ruling 2). */
public record Due(Instant at, boolean provisional) {
    public boolean passed(Instant now) {
        return !now.isBefore(at);
    }
}
