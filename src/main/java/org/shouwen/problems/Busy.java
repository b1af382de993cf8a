package org.shouwen.problems;

/** Too much is asked at once: nothing was changed, and the same request may be sent again in a few seconds. Status 503. */
public final class Busy extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Busy(String what) {
        super(what);
    }
}
