package org.shouwen.calendar;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Open limits that wait for a calendar (ruling 2).
 *
 * @param year whose notice is missing
 * @param orders how many orders, supervisions and handovers have a limit that waits for it
 */
public record Provisional(int year, long orders) {
    /**
     * The year whose notice a provisional limit waits for, in SQL: what ends from 24 December on waits for the next one's,
     * eight days further.
     *
     * @param column that holds the limit
     */
    public static String yearOf(String column) {
        return "cast(extract(year from " + column
                + " at time zone 'Asia/Shanghai' + interval '8 days' - interval '1 second') as int)";
    }

    /** Adds up what several holders count for the same year; earliest year first. */
    static List<Provisional> sum(Collection<Provisional> all) {
        Map<Integer, Long> byYear = all.stream()
                .collect(Collectors.groupingBy(
                        Provisional::year, TreeMap::new, Collectors.summingLong(Provisional::orders)));
        return byYear.entrySet().stream()
                .map(e -> new Provisional(e.getKey(), e.getValue()))
                .toList();
    }
}
