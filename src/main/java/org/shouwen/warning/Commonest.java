package org.shouwen.warning;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/** What most of several have. */
@Pure
final class Commonest {
    private Commonest() {}

    /** The value that at least half of them have; empty when there is none. */
    static <T> String of(List<T> all, Function<T, @Nullable String> value) {
        Map<String, Long> counts = all.stream()
                .map(value)
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .filter(v -> !v.isEmpty())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        return counts.entrySet().stream()
                .max(Comparator.comparingLong((Map.Entry<String, Long> e) -> e.getValue())
                        .thenComparing(Map.Entry::getKey))
                .filter(e -> 2 * e.getValue() >= all.size())
                .map(Map.Entry::getKey)
                .orElse("");
    }
}
