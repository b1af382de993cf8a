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
    private volatile Reached reached = Reached.NOTHING;

    /**
     * Up to where all was told that was there.
     *
     * @param through up to here the journal was settled
     * @param last id that was told
     * @param oldest transaction that ran then
     */
    record Reached(long through, long last, long oldest) {
        static final Reached NOTHING = new Reached(0, 0, 0);
    }

    /** A reader that was put back to an earlier place is told all from there on. */
    Reached reached(ChangeFeed.Place place) {
        return place.through() < reached.through() ? Reached.NOTHING : reached;
    }

    /** Those of what was told that are not done yet. */
    public List<ChangeFeed.Change> fresh(ChangeFeed.Changes told) {
        return told.changes().stream().filter(c -> !ids.contains(c.id())).toList();
    }

    /** All that was told is done; what is settled is never told again. */
    public void add(ChangeFeed.Changes told) {
        told.changes().forEach(c -> ids.add(c.id()));
        long through = told.next().through();
        ids.removeIf(id -> id <= through);
        reached = new Reached(through, told.last(), told.oldest());
    }
}
