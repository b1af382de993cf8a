package org.shouwen.history;

/**
 * Where a subject's chain stands: how many entries, and the seal of the last. A row keeps both ({@code version},
 * {@code head}), so that the next entry needs no look-up and the row can be held against its history.
 */
public record Chain(long seq, byte[] head) {
    /** Before the first entry. */
    public static final Chain START = new Chain(0, new byte[0]);
}
