package org.shouwen.appeal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.shouwen.history.StoredFormat;

/** What happened to a danger alarm, as the history keeps it; names are for ever, words stand here as keyed digests only. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = DangerEvent.Proposed.class, name = "DangerProposed"),
    @JsonSubTypes.Type(value = DangerEvent.Denied.class, name = "DangerDenied"),
    @JsonSubTypes.Type(value = DangerEvent.Confirmed.class, name = "DangerConfirmed"),
    @JsonSubTypes.Type(value = DangerEvent.Dismissed.class, name = "DangerDismissed"),
    @JsonSubTypes.Type(value = DangerEvent.Forgotten.class, name = "DangerAlarmForgotten")
})
sealed interface DangerEvent {
    StoredFormat<DangerEvent> FORMAT = StoredFormat.of(DangerEvent.class);

    /** @param guidance whom to call; empty when it is not clear */
    record Proposed(String guidance) implements DangerEvent {}

    record Denied() implements DangerEvent {}

    record Confirmed(String reasonDigest) implements DangerEvent {}

    record Dismissed(String reasonDigest) implements DangerEvent {}

    /** The appeal's term has run out: the reason stands masked. */
    record Forgotten(String reasonDigest) implements DangerEvent {}
}
