package org.shouwen.jobs;

import java.time.Duration;

/** Work that recurs; a Spring bean of the module whose work it is. Must bear being done twice. */
public interface Job {
    /** Unique and stable: the schedule is kept under it. */
    String name();

    Duration every();

    void run();
}
