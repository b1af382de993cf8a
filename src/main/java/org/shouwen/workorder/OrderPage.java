package org.shouwen.workorder;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.Actor;

/**
 * An order with its matter and its whole way.
 *
 * @param urgent how far the phone dispatch has come; null when the order is not urgent
 * @param shield what is kept secret from units
 * @param version for ETag and If-Match
 */
public record OrderPage(
        UUID id,
        String number,
        UUID appeal,
        Instant registeredAt,
        WorkOrder order,
        @Nullable Urgent urgent,
        Shield shield,
        Matter matter,
        List<Happening> way,
        long version) {

    /** A step of the way: what happened, when, by whom. */
    public record Happening(long seq, Instant at, Actor by, Event event) {}
}
