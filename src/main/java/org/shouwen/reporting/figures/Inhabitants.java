package org.shouwen.reporting.figures;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Place;
import org.shouwen.reporting.facts.Dimension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How many people live where, as the city's boundaries say it (decision 64), for figures that are held against them. */
@Component
class Inhabitants {
    private final JdbcClient jdbc;
    private final Directory directory;

    Inhabitants(JdbcClient jdbc, Directory directory) {
        this.jdbc = jdbc;
        this.directory = directory;
    }

    /**
     * Says of each key, with all that lies in it when the keys are places, what is held against whom.
     *
     * @param alone nothing else is asked: places whose cases all stand under what lies in them get a key as well
     */
    void say(Part part, Map<String, CaseSums> by, Selection selection, Optional<Dimension> dimension, boolean alone) {
        Map<String, Long> known = known();
        if (dimension.filter(d -> d == Dimension.PLACE).isPresent()) {
            Map<String, Long> under = under(part, by);
            if (alone)
                for (String code : under.keySet())
                    if (known.containsKey(code)) by.computeIfAbsent(code, _ -> new CaseSums());
            by.forEach((code, sums) -> sums.inhabited(of(under.getOrDefault(code, 0L), known.get(code))));
            return;
        }
        Long people = people(selection, known);
        by.forEach((_, sums) -> sums.inhabited(of(sums.count(part, false), people)));
    }

    private static CaseSums.@Nullable Inhabited of(long cases, @Nullable Long people) {
        return people == null || people == 0 ? null : new CaseSums.Inhabited(cases, people);
    }

    /** Those of the place that is asked about; of the whole city when all of its parts are known. */
    private @Nullable Long people(Selection selection, Map<String, Long> known) {
        List<String> asked = selection.keys().get(Dimension.PLACE);
        if (asked != null) return known.get(asked.getFirst());
        long sum = 0;
        List<Place> parts = directory.placesUnder(null);
        for (Place p : parts) {
            Long here = known.get(p.code());
            if (here == null) return null;
            sum += here;
        }
        return parts.isEmpty() ? null : sum;
    }

    private Map<String, Long> under(Part part, Map<String, CaseSums> by) {
        Map<String, Long> under = new HashMap<>();
        by.forEach((code, sums) -> {
            long cases = sums.count(part, false);
            String at = code;
            while (at != null && !at.isEmpty()) {
                under.merge(at, cases, Long::sum);
                at = directory.place(at).map(Place::parent).orElse(null);
            }
        });
        return under;
    }

    private Map<String, Long> known() {
        Map<String, Long> known = new HashMap<>();
        jdbc.sql("select place, inhabitants from reporting.boundary where inhabitants is not null")
                .query(rs -> {
                    known.put(rs.getString("place"), rs.getLong("inhabitants"));
                });
        return known;
    }
}
