package org.shouwen.search;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.ChangeFeed;

/**
 * Which of the two copies of the index is asked, and what is being done to the other.
 *
 * @param asked {@code a} or {@code b}
 * @param slices in which anything lies, in either
 * @param place up to which the journal is in the index
 * @param caughtUp everything that was committed by then is in the index; null: nothing is yet
 * @param building the other copy is being built
 * @param kind of which things are read for it now; null before the first
 * @param after the last that was read; null: none of that kind yet
 */
record Generation(
        String asked,
        SearchPage.IndexState state,
        List<Integer> slices,
        ChangeFeed.Place place,
        @Nullable Instant caughtUp,
        boolean building,
        @Nullable ThingKind kind,
        @Nullable UUID after) {
    Generation {
        slices = List.copyOf(slices);
    }

    String other() {
        return asked.equals("a") ? "b" : "a";
    }

    /** The copies that a change goes into. */
    List<String> written() {
        if (!building) return List.of(asked);
        return state == SearchPage.IndexState.BROKEN ? List.of(other()) : List.of(asked, other());
    }
}
