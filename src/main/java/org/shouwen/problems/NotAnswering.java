package org.shouwen.problems;

import org.jspecify.annotations.Nullable;

/**
 * Marks an exception that says: something that is needed does not answer now, nothing was stored, and the same request may
 * be sent again in a few seconds. Status 503 with {@code Retry-After}.
 */
public interface NotAnswering {
    /** Causes that are looked through. */
    int DEEPEST = 12;

    /** Whether the fault or one of its causes says so. */
    static boolean in(@Nullable Throwable fault) {
        Throwable t = fault;
        for (int i = 0; t != null && i < DEEPEST; i++, t = t.getCause()) if (t instanceof NotAnswering) return true;
        return false;
    }
}
