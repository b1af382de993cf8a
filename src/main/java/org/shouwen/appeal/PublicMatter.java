package org.shouwen.appeal;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * What can be said of an appeal in public, where its class is published at all: no word of it and nothing of the person.
 *
 * @param outcome code of what became of it; empty while it waits at the desk
 * @param closed nothing more will happen, at {@code changedAt}
 * @param dueAt limit of the unit's handling; null without one
 * @param unit in charge; null: the platform
 * @param withheld there is something in it to be kept secret: nothing is public of it (Art. 21)
 */
public record PublicMatter(
        UUID appeal,
        String number,
        String channel,
        Instant receivedAt,
        String kind,
        @Nullable String matterClass,
        @Nullable String place,
        String outcome,
        boolean closed,
        Instant changedAt,
        @Nullable Instant dueAt,
        @Nullable UnitId unit,
        boolean withheld) {}
