package org.shouwen.knowledge;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.UnitId;

/**
 * 停供通知: a planned or sudden outage of a place, such as water or heating, that stands first at the desk and on the
 * portal while it lasts.
 *
 * @param unit whose outage it is
 * @param place code of the place; null: the whole city
 * @param begins planned outages are shown two days before
 * @param ends when it should be over; the unit moves it when it is not
 */
public record Outage(
        UUID id,
        UnitId unit,
        String title,
        String text,
        @Nullable String place,
        Instant begins,
        Instant ends,
        boolean planned,
        boolean withdrawn) {
    Outage until(Instant end) {
        return new Outage(id, unit, title, text, place, begins, end, planned, withdrawn);
    }

    Outage withdrawnNow() {
        return new Outage(id, unit, title, text, place, begins, ends, planned, true);
    }
}
