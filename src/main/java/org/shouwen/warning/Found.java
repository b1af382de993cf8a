package org.shouwen.warning;

import java.util.List;
import java.util.UUID;
import org.shouwen.regulation.Pure;

/**
 * What a signal found.
 *
 * @param key what tells the matter from others where the appeals alone do not; empty where they do
 * @param appeals all that belong to it, as far as the signal looks
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
        boolean calls) {}
