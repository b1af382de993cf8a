package org.shouwen.problems;

/** A change of what is there already must say which version it saw, in If-Match. Status 428; nothing was changed. */
public final class Unconditional extends RuntimeException {
    private static final long serialVersionUID = 1;
}
