package org.shouwen.calendar;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.ChangedMemory;

/** Working days as this node has them in memory: of its own changes the newest, of other nodes' at most five seconds behind. */
final class HeldDays {
    private static final long LOOK_AGAIN = TimeUnit.SECONDS.toNanos(5);

    private record Known(long revision, WorkingDays days, long seenAt, long change) {}

    private final CalendarStore store;
    private final ChangedMemory changes = new ChangedMemory();
    private volatile @Nullable Known known;

    HeldDays(CalendarStore store) {
        this.store = store;
    }

    WorkingDays current() {
        Known k = held();
        return k != null && System.nanoTime() - k.seenAt() < LOOK_AGAIN ? k.days() : at(store.revision());
    }

    /** @param revision that the transaction which asks sees */
    WorkingDays at(long revision) {
        long change = changes.count();
        Known k = held();
        WorkingDays days = k != null && k.revision() == revision ? k.days() : new WorkingDays(store.years());
        known = new Known(revision, days, System.nanoTime(), change);
        return days;
    }

    /** The transaction that runs changes it. */
    void changed() {
        changes.changed();
    }

    private @Nullable Known held() {
        Known k = known;
        return k != null && k.change() == changes.count() ? k : null;
    }
}
