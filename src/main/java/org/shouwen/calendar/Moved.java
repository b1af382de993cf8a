package org.shouwen.calendar;

import java.time.Instant;

/**
 * A limit that a calendar moved, or whose provisional mark it took away or set (ruling 2).
 *
 * @param kind what the limit belongs to: {@code order}, {@code supervision} or {@code handover}
 * @param number of the order, supervision or handover, as people know it
 * @param limit which one: {@code receipt}, {@code handling}, {@code part}, {@code first}, {@code second}, {@code petition}
 *     or {@code special-report}
 * @param unit code of the unit that owes; empty where no unit does
 * @param before the first moment that was too late
 * @param after the first moment that is too late now
 * @param provisional a notice still to come may move it again
 */
public record Moved(
        String kind, String number, String limit, String unit, Instant before, Instant after, boolean provisional) {}
