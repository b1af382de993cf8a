package org.shouwen.appeal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;

/**
 * What happened to an appeal, as its history keeps it. Words stand here as keyed digests only: the history holds
 * neither identity nor what was said, and a changed word still shows. The names are stored for ever: a class may be
 * renamed, its name here never.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AppealEvent.Received.class, name = "Received"),
    @JsonSubTypes.Type(value = AppealEvent.Decided.class, name = "Decided"),
    @JsonSubTypes.Type(value = AppealEvent.Added.class, name = "Added"),
    @JsonSubTypes.Type(value = AppealEvent.Attached.class, name = "Attached"),
    @JsonSubTypes.Type(value = AppealEvent.ReviewAsked.class, name = "ReviewAsked"),
    @JsonSubTypes.Type(value = AppealEvent.ReviewRuled.class, name = "ReviewRuled"),
    @JsonSubTypes.Type(value = AppealEvent.Forgotten.class, name = "Forgotten"),
    @JsonSubTypes.Type(value = AppealEvent.Rated.class, name = "Rated"),
    @JsonSubTypes.Type(value = AppealEvent.RatingLapsed.class, name = "RatingLapsed"),
    @JsonSubTypes.Type(value = AppealEvent.HeadingCorrected.class, name = "HeadingCorrected")
})
sealed interface AppealEvent {
    /**
     * @param reference digest of the channel's own reference, which may be a person's account; null when there is none
     * @param unit that was asked directly (Art. 10); null when the platform was
     */
    record Received(
            String number,
            String channel,
            @Nullable String reference,
            @Nullable UnitId unit,
            UUID appellant,
            String wordsDigest)
            implements AppealEvent {}

    /**
     * @param code the target, ground or order it names; null for an answer
     * @param wordsDigest of the appeal's words, for the officer may have set the class right
     */
    record Decided(String outcome, @Nullable String code, String wordsDigest, String outcomeDigest)
            implements AppealEvent {}

    record Added(UUID addition, String textDigest) implements AppealEvent {}

    /** Photos and the like; each with its hash. */
    record Attached(List<PaperRef> papers) implements AppealEvent {}

    record ReviewAsked(String wordsDigest) implements AppealEvent {}

    /** @param upheld it stays declined; otherwise its outcome is withdrawn and it waits at the desk again */
    record ReviewRuled(boolean upheld, String reasonDigest) implements AppealEvent {}

    /**
     * Its term has run out: who it was is gone, and what was written was masked.
     *
     * @param digests of what was written, as it stands now
     * @param additionDigests of what was added, in its order
     * @param papers how many files were destroyed
     */
    record Forgotten(AppealDigest.All digests, List<String> additionDigests, int papers) implements AppealEvent {}

    record Rated(boolean satisfied, boolean resolved, String wordsDigest) implements AppealEvent {}

    /** @param ratedAt when what lapsed was said: its outcome is none any more (ruling 40) */
    record RatingLapsed(Instant ratedAt) implements AppealEvent {}

    /**
     * The platform has put right the kind, class or place of the order that it became; its figures follow.
     *
     * @param wordsDigest of the appeal's words with them
     */
    record HeadingCorrected(
            String kind,
            @Nullable String matterClass,
            @Nullable String place,
            String wordsDigest) implements AppealEvent {}
}
