package org.shouwen.knowledge;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.PlaceCode;
import org.shouwen.directory.UnitId;

/**
 * 停供通知: a planned or sudden outage of a place, such as water or heating, that stands first at the desk and on the
 * portal while it lasts.
 *
 * @param unit whose outage it is
 * @param place null: the whole city
 * @param begins planned outages are shown two days before
 * @param ends when it should be over; the unit moves it when it is not
 */
public record Outage(
        UUID id,
        UnitId unit,
        String title,
        String text,
        @Nullable PlaceCode place,
        Instant begins,
        Instant ends,
        boolean planned,
        boolean withdrawn) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    /** As it is told to whoever asks, in Chinese. */
    public String told() {
        return title + "：" + text + " 预计 " + TIME.format(ends.atZone(Limits.ZONE)) + " 恢复。";
    }

    Outage until(Instant end) {
        return new Outage(id, unit, title, text, place, begins, end, planned, withdrawn);
    }

    /** Another unit says when it is over. */
    Outage handedTo(UnitId other) {
        return new Outage(id, other, title, text, place, begins, ends, planned, withdrawn);
    }

    Outage withdrawnNow() {
        return new Outage(id, unit, title, text, place, begins, ends, planned, true);
    }
}
