package org.shouwen.suggestion;

import java.time.Instant;
import java.util.List;

/**
 * What a phrase would have raised on the city's own past.
 *
 * @param searched how many past appeals were looked through
 * @param raised in how many of them the phrase stands and raises
 * @param anyway how many of these are raised without it
 * @param examples the newest of these, masked
 */
public record Trial(String phrase, int searched, int raised, int anyway, List<Example> examples) {
    /** More than so many in a hundred: the phrase says too little. */
    private static final int MANY_PERCENT = 5;

    /**
     * @param before what stands before the phrase, masked
     * @param phrase the phrase as it stands there; empty where the mask covers it
     * @param anyway it is raised without the phrase too
     */
    public record Example(String number, Instant at, String before, String phrase, String after, boolean anyway) {}

    /** What the phrase adds. */
    public int fresh() {
        return raised - anyway;
    }

    /** Whether it would have raised more than five in a hundred, so that saving it wants a second word. */
    public boolean many() {
        return raised * 100L > (long) MANY_PERCENT * searched;
    }

    /** In hundredths of a per cent, rounded: 512 is 5.12 %. */
    public long share() {
        return searched == 0 ? 0 : Math.round(raised * 10_000.0 / searched);
    }
}
