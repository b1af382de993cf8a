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

    /** As units may read it: not in whose words somebody is complained about. */
    public OrderPage forUnits() {
        List<Happening> told = way.stream()
                .filter(h -> !(h.event() instanceof Event.AccusedNamed e) || e.unit() != null)
                .map(h -> switch (h.event()) {
                    case Event.Registered e ->
                        h.with(new Event.Registered(
                                e.number(),
                                e.appeal(),
                                e.matterDigest(),
                                e.urgentKind(),
                                e.secret(),
                                e.accusedUnits(),
                                "",
                                false));
                    case Event.AccusedNamed e -> h.with(new Event.AccusedNamed(e.unit(), "", false));
                    default -> h;
                })
                .toList();
        return new OrderPage(id, number, appeal, registeredAt, order, urgent, shield.forUnits(), matter, told, version);
    }

    /** Without even the masks of what led to the appellant. */
    OrderPage blank(Matter matter, WorkOrder order, List<Happening> way) {
        return new OrderPage(id, number, appeal, registeredAt, order, urgent, shield, matter, way, version);
    }

    /** A step of the way: what happened, when, by whom. */
    public record Happening(long seq, Instant at, Actor by, Event event) {
        Happening with(Event told) {
            return new Happening(seq, at, by, told);
        }
    }
}
