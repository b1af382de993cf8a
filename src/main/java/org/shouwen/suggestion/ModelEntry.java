package org.shouwen.suggestion;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model of the register. Shares are 0 to 1, measured on decisions that it had not seen.
 *
 * @param trainedOn rows it learned from
 * @param heldOut rows it was measured on
 * @param rival version that was in use when it was made, measured on the same rows
 * @param better whether it was better than its rival; one that was not is never switched on by itself
 * @param there whether its content is still there
 */
public record ModelEntry(
        UUID id,
        Task task,
        String version,
        Instant madeAt,
        int trainedOn,
        int heldOut,
        double macroF1,
        double top1,
        double top2,
        double sureShare,
        double surePrecision,
        String rival,
        double rivalMacroF1,
        boolean better,
        boolean there,
        @Nullable Instant switchedOnAt,
        @Nullable String switchedOnBy,
        @Nullable Instant switchedOffAt,
        @Nullable String switchedOffBy,
        @Nullable String destroyedWhy) {
    public boolean inUse() {
        return switchedOnAt != null && switchedOffAt == null;
    }
}
