package org.shouwen.reporting.figures;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.regulation.Pure;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.Counted;
import org.shouwen.reporting.facts.Dimension;

/** A question how many people brought the cases of a period; two that ask the same are equal. */
@Pure
record PeopleAsked(Counted as, Period period, Selection selection, Optional<Dimension> by, SumStore.Bucket bucket) {
    private static final String IS = "=";

    /** The selection as it is kept: each {@code DIMENSION=key}, in a fixed order. */
    List<String> kept() {
        List<String> kept = new ArrayList<>();
        selection.keys().forEach((d, keys) -> keys.forEach(key -> kept.add(d.name() + IS + key)));
        return kept.stream().sorted().distinct().toList();
    }

    /** Reads {@link #kept}. */
    static Selection selection(List<String> kept) {
        Map<Dimension, List<String>> keys = new EnumMap<>(Dimension.class);
        for (String one : kept) {
            String[] parts = one.split(IS, 2);
            keys.computeIfAbsent(Dimension.valueOf(parts[0]), _ -> new ArrayList<>())
                    .add(parts[1]);
        }
        return new Selection(keys);
    }
}
