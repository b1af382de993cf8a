package org.shouwen.suggestion;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What the city's dispatchers decided, as whoever keeps the orders gives it. */
public interface PastDispatches {
    /** @param appeal that the order came from */
    record Dispatched(UUID appeal, Instant at, DispatchModel.Row decided) {}

    /** The latest since, oldest first. */
    List<Dispatched> latest(int most, Instant since);
}
