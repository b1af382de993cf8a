package org.shouwen.reporting.evaluation;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A unit's objection to a single order, with the Bureau's ruling.
 *
 * @param upheld null while nobody has ruled; upheld, the order is out of the unit's adjusted figures
 */
public record EvaluationObjection(
        UUID id,
        UUID scheme,
        String unit,
        String number,
        String reason,
        String asker,
        Instant askedAt,
        @Nullable Boolean upheld,
        @Nullable Ground ground,
        @Nullable String ruling,
        @Nullable String ruler,
        @Nullable Instant ruledAt) {
    /** Why a ruling takes an order out. */
    public enum Ground {
        /** 诉求不合理. */
        UNREASONABLE,
        /** 不可抗力. */
        FORCE_MAJEURE,
        /** 派单有误. */
        WRONG_DISPATCH
    }
}
