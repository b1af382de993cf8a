package org.shouwen.intake;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What happened to an appeal, as its history keeps it. Words stand here as keyed digests only: the history holds
 * neither identity nor what was said, and a changed word still shows.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "event")
sealed interface AppealEvent {
    record Received(String number, String channel, @Nullable String channelRef, UUID appellant, String wordsDigest)
            implements AppealEvent {}

    /**
     * @param code the target, ground or order it names; null for an answer
     * @param wordsDigest of the appeal's words, for the officer may have set the class right
     */
    record Decided(String outcome, @Nullable String code, String wordsDigest, String outcomeDigest)
            implements AppealEvent {}

    record Added(UUID addition, String textDigest) implements AppealEvent {}

    record Rated(boolean satisfied, boolean resolved, String wordsDigest) implements AppealEvent {}
}
