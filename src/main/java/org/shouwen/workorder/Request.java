package org.shouwen.workorder;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/** A unit's request that waits for a decision: an extension, a return, or both; as the platform's list shows it. */
public record Request(
        String number, String title, @Nullable String place, UnitId lead, Due handling, PendingRequests asked) {
    public Instant since() {
        PendingRequests.Extension e = asked.extension();
        PendingRequests.Return r = asked.returning();
        if (e == null) return r == null ? Instant.MAX : r.askedAt();
        return r == null || e.askedAt().isBefore(r.askedAt()) ? e.askedAt() : r.askedAt();
    }

    /** A second return is the Bureau's to rule on. */
    public boolean forTheBureau() {
        return asked.returning() != null && asked.askedBefore();
    }
}
