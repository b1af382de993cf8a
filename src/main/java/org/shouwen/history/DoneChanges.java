package org.shouwen.history;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/**
 * What a reader has done of the journal's end that is told again until it is settled. By this process alone: another does
 * it once more, so what is done must bear that.
 */
public final class DoneChanges {
    private final Map<Long, ChangeFeed.Change> done = new ConcurrentHashMap<>();
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

    /** A reader that has nothing left to settle, or was put back to an earlier place, is told all from there on. */
    Reached reached(ChangeFeed.Place place) {
        return done.isEmpty() || place.through() < reached.through() ? Reached.NOTHING : reached;
    }

    /** Those of what was told that are not done yet. */
    public List<ChangeFeed.Change> fresh(ChangeFeed.Changes told) {
        return told.changes().stream().filter(c -> !done.containsKey(c.id())).toList();
    }

    /** What was told, and what was told before and is not settled yet: for whoever has to do it again until then. */
    public List<ChangeFeed.Change> unsettled(ChangeFeed.Changes told) {
        return Stream.concat(done.values().stream(), told.changes().stream())
                .distinct()
                .toList();
    }

    /** All that was told is done; what is settled is never told again. */
    public void add(ChangeFeed.Changes told) {
        told.changes().forEach(c -> done.put(c.id(), c));
        long through = told.next().through();
        done.keySet().removeIf(id -> id <= through);
        reached = new Reached(through, told.last(), told.oldest());
    }
}
