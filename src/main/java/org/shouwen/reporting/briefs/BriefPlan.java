package org.shouwen.reporting.briefs;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When briefs of a kind are made by themselves, and to whom they go.
 *
 * @param day see {@link BriefKind}
 * @param recipients in words, as they stand at the end of the paper; may be empty
 * @param setBy empty until somebody sets it
 */
public record BriefPlan(
        UUID id,
        BriefKind kind,
        int day,
        boolean active,
        String recipients,
        String setBy,
        @Nullable Instant setAt) {
    static final String KIND = "brief_plan";
}
