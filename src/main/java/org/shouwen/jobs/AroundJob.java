package org.shouwen.jobs;

/** Somebody who watches each run of a job, such as whoever writes traces; there is one at most. */
public interface AroundJob {
    /**
     * Runs the work once and hands on whatever it throws.
     *
     * @param job its name, as schedules have it
     */
    void run(String job, Runnable work);
}
