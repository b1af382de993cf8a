package org.shouwen.history;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a reader has done of the journal's end that is told again until it is settled. By this process alone: another does
 * it once more, so what is done must bear that.
 */
public final class DoneChanges {
    private final Set<Long> ids = ConcurrentHashMap.newKeySet();

    /** Those of what was told that are not done yet. */
    public List<ChangeFeed.Change> fresh(ChangeFeed.Changes told) {
        return told.changes().stream().filter(c -> !ids.contains(c.id())).toList();
    }

    /** All that was told is done; what is settled is never told again. */
    public void add(ChangeFeed.Changes told) {
        told.changes().forEach(c -> ids.add(c.id()));
        long through = told.next().through();
        ids.removeIf(id -> id <= through);
    }
}
