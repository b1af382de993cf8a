package org.shouwen.intake;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;

/** What happened to a danger alarm, as the history keeps it; names are for ever, words stand here as keyed digests only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(DangerEvent.Proposed.class),
    @JsonSubTypes.Type(DangerEvent.Denied.class),
    @JsonSubTypes.Type(DangerEvent.Confirmed.class),
    @JsonSubTypes.Type(DangerEvent.Dismissed.class),
    @JsonSubTypes.Type(DangerEvent.Forgotten.class)
})
sealed interface DangerEvent {
    /** The event's name in the journal. */
    default String type() {
        return getClass().getAnnotation(JsonTypeName.class).value();
    }

    /** @param guidance whom to call; empty when it is not clear */
    @JsonTypeName("DangerProposed")
    record Proposed(String guidance) implements DangerEvent {}

    @JsonTypeName("DangerDenied")
    record Denied() implements DangerEvent {}

    @JsonTypeName("DangerConfirmed")
    record Confirmed(String reasonDigest) implements DangerEvent {}

    @JsonTypeName("DangerDismissed")
    record Dismissed(String reasonDigest) implements DangerEvent {}

    /** The appeal's term has run out: the reason stands masked. */
    @JsonTypeName("DangerAlarmForgotten")
    record Forgotten(String reasonDigest) implements DangerEvent {}
}
