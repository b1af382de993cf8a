package org.shouwen.cluster;

import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The longest times without an acknowledged write, in seconds, by the kind of fault, and how many faults there were of each. */
final class Gaps {
    private final Map<String, Double> longest = new TreeMap<>();
    private final Map<String, Integer> faults = new TreeMap<>();

    void add(String kind, double seconds) {
        longest.merge(kind, seconds, Math::max);
        faults.merge(kind, 1, Integer::sum);
    }

    /** The longest after the death of a primary; 0 when none died. */
    double ofPrimaries() {
        return Math.max(longest.getOrDefault("primary", 0.0), longest.getOrDefault(Faults.UNEVEN, 0.0));
    }

    String json() {
        return longest.entrySet().stream()
                .map(e -> "\"%s\":%s".formatted(e.getKey(), String.format(Locale.ROOT, "%.1f", e.getValue())))
                .collect(Collectors.joining(",", "{", "}"));
    }

    String faultsJson() {
        return faults.entrySet().stream()
                .map(e -> "\"%s\":%d".formatted(e.getKey(), e.getValue()))
                .collect(Collectors.joining(",", "{", "}"));
    }
}
