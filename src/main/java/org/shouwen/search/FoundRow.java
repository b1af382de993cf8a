package org.shouwen.search;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/**
 * A thing that was found, with what is counted of it and its place in the list.
 *
 * @param near how near it is to the words, 0 to 9; 0 where the list is not in this order
 */
@Pure
record FoundRow(
        UUID id,
        ThingKind kind,
        Instant at,
        String state,
        @Nullable String lead,
        @Nullable String matterClass,
        @Nullable String place,
        @Nullable String channel,
        boolean urgent,
        int near) {}
