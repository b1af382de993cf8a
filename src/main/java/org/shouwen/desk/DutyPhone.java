package org.shouwen.desk;

import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.shouwen.regulation.Pure;

/**
 * 值守电话: whom to call at a unit at which hours.
 *
 * @param unit code
 * @param fromHour 0 to 23, Asia/Shanghai
 * @param toHour 1 to 24; not later than {@code fromHour} when it runs over midnight
 * @param turn 1 is called first, then 2, when nobody lifts
 */
@Pure
public record DutyPhone(
        UUID id, String unit, Days days, int fromHour, int toHour, int turn, String name, String phone) {
    /** On which days. */
    public enum Days {
        ALL,
        WORKING,
        REST
    }

    /** Whether it is answered at an hour, 0 to 23, of a working day or of another. */
    public boolean at(boolean working, int hour) {
        boolean day = switch (days) {
            case ALL -> true;
            case WORKING -> working;
            case REST -> !working;
        };
        boolean within = fromHour < toHour ? hour >= fromHour && hour < toHour : hour >= fromHour || hour < toHour;
        return day && within;
    }

    /** Whom to call now, in their turns. */
    static List<DutyPhone> now(List<DutyPhone> all, boolean working, int hour) {
        return all.stream()
                .filter(p -> p.at(working, hour))
                .sorted(Comparator.comparingInt(DutyPhone::turn).thenComparing(DutyPhone::name))
                .toList();
    }
}
