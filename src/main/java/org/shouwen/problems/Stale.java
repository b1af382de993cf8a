package org.shouwen.problems;

/** Someone else changed it since it was read: look again, then decide anew. Status 412; nothing was changed. */
public final class Stale extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final long current;

    public Stale(String what, long expected, long current) {
        super("%s: version %d expected, %d found".formatted(what, expected, current));
        this.current = current;
    }

    /** The version that stands now; -1 where it is not known. */
    public long current() {
        return current;
    }
}
