package org.shouwen.reporting.figures;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.shouwen.regulation.Pure;
import org.shouwen.reporting.facts.Dimension;

/**
 * Filter on the cases of a period: a case is meant when, for each dimension that is named (unit, class, place, channel), it has one of the listed keys.
 *
 * @param keys a place or class with what lies under it is all of their codes
 */
@Pure
public record Selection(Map<Dimension, List<String>> keys) {
    public static final Selection ALL = new Selection(Map.of());

    public Selection {
        keys = Map.copyOf(keys);
    }

    public static Selection of(Dimension dimension, String key) {
        return new Selection(Map.of(dimension, List.of(key)));
    }

    public Selection and(Dimension dimension, List<String> these) {
        Map<Dimension, List<String>> both = new EnumMap<>(Dimension.class);
        both.putAll(keys);
        both.put(dimension, List.copyOf(these));
        return new Selection(both);
    }

    /** The one dimension whose daily sums answer this; empty when only the cases themselves do. */
    Optional<Dimension> summed(Optional<Dimension> by) {
        if (keys.size() > 1) return Optional.empty();
        Optional<Dimension> named = keys.keySet().stream().findFirst();
        if (named.isEmpty()) return Optional.of(by.orElse(Dimension.UNIT));
        return by.isEmpty() || by.equals(named) ? named : Optional.empty();
    }
}
