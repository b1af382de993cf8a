package org.shouwen.jobs;

import java.time.Instant;

/**
 * Something that waits until an instant that stands in a table: tries of a receiver, a lease, a time of waiting. When the
 * clock is set back by two hours it would wait two hours more; a bean of the module whose table it is.
 */
public interface AfterClockWentBack {
    /**
     * Lets nothing wait longer than it would if its waiting began now. May be called twice, and by several nodes.
     *
     * @param now what the clock says after it was set back
     */
    void shortenWaits(Instant now);
}
