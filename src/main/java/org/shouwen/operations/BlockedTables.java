package org.shouwen.operations;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How long each table was closed to writers, put together from looks at the locks one after another, for the step in which
 * it was closed. Pure: moments are nanoseconds of any clock that only goes forward.
 */
final class BlockedTables {
    /** @param step in which the table was closed */
    private record Closed(String step, long since) {}

    /** The table of a step that was closed the longest; an empty name where none was. */
    record Longest(String table, long nanos) {
        static final Longest NONE = new Longest("", 0);
    }

    private final Map<String, Closed> closed = new HashMap<>();
    private final Map<String, Longest> longest = new HashMap<>();

    /**
     * Takes a look.
     *
     * @param now when it was begun; a lock that is gone now was let go somewhen since the last look and counts to here
     * @param step what is going on now
     * @param held tables that are held so that nobody else can write them
     */
    void seen(long now, String step, Set<String> held) {
        for (var was : List.copyOf(closed.entrySet())) {
            if (held.contains(was.getKey())) continue;
            closed.remove(was.getKey());
            Longest open = new Longest(was.getKey(), now - was.getValue().since());
            longest.merge(was.getValue().step(), open, (a, b) -> a.nanos() >= b.nanos() ? a : b);
        }
        for (String table : held) closed.putIfAbsent(table, new Closed(step, now));
    }

    Longest of(String step) {
        return longest.getOrDefault(step, Longest.NONE);
    }
}
