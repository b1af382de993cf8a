package org.shouwen.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the city's officers decided, as whoever keeps the appeals gives it; of forgotten appeals nothing. */
public interface PastDecisions {
    /**
     * @param at when it was decided
     * @param matterClass null when none was chosen
     */
    record Decided(
            UUID appeal, Instant at, String kind, @Nullable String matterClass, String title, String content) {}

    /** The latest decisions since, oldest first. */
    List<Decided> latest(int most, Instant since);
}
