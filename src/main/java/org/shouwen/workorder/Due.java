package org.shouwen.workorder;

import java.time.Instant;
import org.shouwen.regulation.Pure;

/** A limit as it was worked out: past it is too late. Provisional while a year's calendar is not published (ruling 2). */
@Pure
public record Due(Instant at, boolean provisional) {
    public boolean passed(Instant now) {
        return !now.isBefore(at);
    }
}
