package org.shouwen.warning;

import java.util.List;
import java.util.UUID;
import org.shouwen.regulation.Pure;

/**
 * What a signal found.
 *
 * @param key what tells the matter from others where the appeals alone do not; empty where they do
 * @param appeals all that belong to it, as far as the signal looks, in the order in which they came
 * @param calls whether it is enough for a warning; what is not still joins one that stands
 */
@Pure
record Found(
        Signal signal,
        String key,
        String matterClass,
        String place,
        String unit,
        List<UUID> appeals,
        Warning.Evidence evidence,
        boolean calls) {
    private static final int NEWEST = 100;

    Found {
        appeals = List.copyOf(appeals);
    }

    /** The latest of them, by which the warning that stands for the matter is found: an outage has thousands. */
    List<UUID> newest() {
        return appeals.subList(Math.max(0, appeals.size() - NEWEST), appeals.size());
    }
}
