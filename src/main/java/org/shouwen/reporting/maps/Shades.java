package org.shouwen.reporting.maps;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.shouwen.regulation.Pure;

/** Which of five shades a value has among all values of a map: by its place among them, the darkest for the highest fifth. */
@Pure
public final class Shades {
    private static final int STEPS = 5;

    private final List<BigDecimal> sorted;

    public Shades(List<@Nullable BigDecimal> values) {
        sorted = values.stream().filter(Objects::nonNull).sorted().toList();
    }

    /** 1 to 5; 0 where nothing is known. Equal values have equal shades. */
    public int of(@Nullable BigDecimal value) {
        if (value == null) return 0;
        long below = sorted.stream().filter(v -> v.compareTo(value) < 0).count();
        return (int) (1 + below * STEPS / Math.max(1, sorted.size()));
    }
}
