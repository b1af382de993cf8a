package org.shouwen.search;

import java.util.Map;

/**
 * How many things were found, of those that whoever asked may see. Counting ends at {@link #MOST}: beyond that the
 * figures are those of the newest {@value #MOST}, and {@code more} says so.
 *
 * @param all how many were counted
 * @param more there are more than were counted
 * @param kinds how many of each kind; kinds without a hit are left out, as in the other maps
 * @param states by code of the state
 * @param units by code of the unit that leads
 * @param classes by code of the matter class
 */
public record SearchCounts(
        int all,
        boolean more,
        Map<ThingKind, Integer> kinds,
        Map<String, Integer> states,
        Map<String, Integer> units,
        Map<String, Integer> classes) {
    public static final int MOST = 1000;

    public static final SearchCounts NONE = new SearchCounts(0, false, Map.of(), Map.of(), Map.of(), Map.of());

    public SearchCounts {
        kinds = Map.copyOf(kinds);
        states = Map.copyOf(states);
        units = Map.copyOf(units);
        classes = Map.copyOf(classes);
    }
}
