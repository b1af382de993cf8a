package org.shouwen.warning;

import org.shouwen.regulation.Pure;

/**
 * How many must be seen of a signal in a class before it raises a warning: as the rule says, and one more for each warning
 * that people dismissed beyond those that they confirmed, up to five more; shown beside both counts.
 *
 * @param matterClass empty for what has none
 * @param dismissed in the last year; {@code confirmed} likewise
 */
@Pure
public record Threshold(Signal signal, String matterClass, int least, int dismissed, int confirmed) {
    private static final int MOST_MORE = 5;

    public int more() {
        return Math.clamp((long) dismissed - confirmed, 0, MOST_MORE);
    }

    public int now() {
        return least + more();
    }
}
