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

    /** Characters of a title that say which outage is meant; two, such as 停水, are in every title. */
    private static final int STRETCH = 3;

    /** As it is told to whoever asks, in Chinese. */
    public String told() {
        return title + "：" + text + " 预计 " + TIME.format(ends.atZone(Limits.ZONE)) + " 恢复。";
    }

    /** Whether words hold a stretch of its title, such as the street that it names. */
    boolean named(String words) {
        for (int i = 0; i + STRETCH <= title.length(); i++)
            if (words.contains(title.substring(i, i + STRETCH))) return true;
        return false;
    }

    /** Title, text and place as they should have been. */
    Outage saying(String heading, String words, @Nullable PlaceCode where) {
        return new Outage(id, unit, heading, words, where, begins, ends, planned, withdrawn);
    }

    /** At another time; it is planned when it begins after now, and stays what it was where only its end is another. */
    Outage lasting(Instant from, Instant end, Instant now) {
        boolean ahead = from.equals(begins) ? planned : from.isAfter(now);
        return new Outage(id, unit, title, text, place, from, end, ahead, withdrawn);
    }

    /** Another unit says when it is over. */
    Outage handedTo(UnitId other) {
        return new Outage(id, other, title, text, place, begins, ends, planned, withdrawn);
    }

    Outage withdrawnNow() {
        return new Outage(id, unit, title, text, place, begins, ends, planned, true);
    }
}
