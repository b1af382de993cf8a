package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;

/** Which supervisions of an order (Art. 16) its page shows; their keeper says. */
public interface Supervised {
    /**
     * One supervision.
     *
     * @param number by which people know it
     * @param level {@code FIRST} or {@code SECOND}
     * @param due until when the unit answers
     * @param endedAt when the unit no longer owed an answer, for the order had left it
     */
    record Entry(
            String number,
            String level,
            Instant issuedAt,
            Instant due,
            boolean provisional,
            @Nullable Instant answeredAt,
            @Nullable Instant endedAt) {}

    /** Oldest first; people of a unit see those of their own unit. */
    List<Entry> of(UUID order, CurrentUser by);
}
