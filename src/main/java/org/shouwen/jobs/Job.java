package org.shouwen.jobs;

import java.time.Duration;

/** Work that recurs; a Spring bean of the module whose work it is. Must bear being done twice. */
public interface Job {
    /** Unique and stable: the schedule is kept under it. */
    String name();

    Duration every();

    /**
     * Whether the work has a thread of its own: work that must never be late, and work that waits for others outside this
     * machine. All other work shares two threads, so that a long one may keep the rest waiting.
     */
    default boolean alone() {
        return false;
    }

    void run();
}
