package org.shouwen.search;

import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

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
 * @param places by code of the place itself, without what lies in it
 * @param channels by code of the channel over which the appeal came in
 * @param months by month, Asia/Shanghai, such as 2026-11
 * @param urgent how many are urgent
 */
public record SearchCounts(
        int all,
        boolean more,
        Map<ThingKind, Integer> kinds,
        Map<String, Integer> states,
        Map<String, Integer> units,
        Map<String, Integer> classes,
        Map<String, Integer> places,
        Map<String, Integer> channels,
        Map<String, Integer> months,
        int urgent) {
    public static final int MOST = 1000;

    public static final SearchCounts NONE = of(List.of());

    public SearchCounts {
        kinds = Map.copyOf(kinds);
        states = Map.copyOf(states);
        units = Map.copyOf(units);
        classes = Map.copyOf(classes);
        places = Map.copyOf(places);
        channels = Map.copyOf(channels);
        months = Map.copyOf(months);
    }

    static SearchCounts of(List<FoundRow> all) {
        List<FoundRow> counted = all.subList(0, Math.min(MOST, all.size()));
        return new SearchCounts(
                counted.size(),
                all.size() > counted.size(),
                by(counted, FoundRow::kind),
                by(counted, r -> r.state().isEmpty() ? null : r.state()),
                by(counted, FoundRow::lead),
                by(counted, FoundRow::matterClass),
                by(counted, FoundRow::place),
                by(counted, FoundRow::channel),
                months(counted),
                (int) counted.stream().filter(FoundRow::urgent).count());
    }

    private static Map<String, Integer> months(List<FoundRow> rows) {
        Map<String, Integer> counts = new HashMap<>();
        by(rows, r -> Thing.slice(r.at()))
                .forEach((slice, n) ->
                        counts.put(YearMonth.of(1970, 1).plusMonths(slice).toString(), n));
        return counts;
    }

    private static <K> Map<K, Integer> by(List<FoundRow> rows, Function<FoundRow, @Nullable K> what) {
        Map<K, Integer> counts = new HashMap<>();
        for (FoundRow r : rows) {
            K value = what.apply(r);
            if (value != null) counts.merge(value, 1, Integer::sum);
        }
        return counts;
    }
}
