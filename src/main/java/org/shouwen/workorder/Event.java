package org.shouwen.workorder;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.PaperRef;
import org.shouwen.directory.UnitId;
import org.shouwen.regulation.Pure;

/**
 * What happened to an order, as its history keeps it; {@link WorkOrderReplay} makes the order of its events. The names are
 * stored for ever: a class may be renamed, its name here never.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Event.Registered.class, name = "Registered"),
    @JsonSubTypes.Type(value = Event.AccusedNamed.class, name = "AccusedNamed"),
    @JsonSubTypes.Type(value = Event.SecrecyAsked.class, name = "SecrecyAsked"),
    @JsonSubTypes.Type(value = Event.Permitted.class, name = "Permitted"),
    @JsonSubTypes.Type(value = Event.Forgotten.class, name = "Forgotten"),
    @JsonSubTypes.Type(value = Event.AnsweredForUnit.class, name = "AnsweredForUnit"),
    @JsonSubTypes.Type(value = Event.Dispatched.class, name = "Dispatched"),
    @JsonSubTypes.Type(value = Event.Received.class, name = "Received"),
    @JsonSubTypes.Type(value = Event.Assigned.class, name = "Assigned"),
    @JsonSubTypes.Type(value = Event.Noted.class, name = "Noted"),
    @JsonSubTypes.Type(value = Event.Attached.class, name = "Attached"),
    @JsonSubTypes.Type(value = Event.Contacted.class, name = "Contacted"),
    @JsonSubTypes.Type(value = Event.Contributed.class, name = "Contributed"),
    @JsonSubTypes.Type(value = Event.ReportedOutcome.class, name = "ReportedOutcome"),
    @JsonSubTypes.Type(value = Event.PartReminded.class, name = "PartReminded"),
    @JsonSubTypes.Type(value = Event.PartOverdue.class, name = "PartOverdue"),
    @JsonSubTypes.Type(value = Event.ExtensionAsked.class, name = "ExtensionAsked"),
    @JsonSubTypes.Type(value = Event.ExtensionGranted.class, name = "ExtensionGranted"),
    @JsonSubTypes.Type(value = Event.ExtensionRefused.class, name = "ExtensionRefused"),
    @JsonSubTypes.Type(value = Event.ReturnAsked.class, name = "ReturnAsked"),
    @JsonSubTypes.Type(value = Event.ReturnGranted.class, name = "ReturnGranted"),
    @JsonSubTypes.Type(value = Event.ReturnRefused.class, name = "ReturnRefused"),
    @JsonSubTypes.Type(value = Event.UrgencyRaised.class, name = "UrgencyRaised"),
    @JsonSubTypes.Type(value = Event.Phoned.class, name = "Phoned"),
    @JsonSubTypes.Type(value = Event.OnSite.class, name = "OnSite"),
    @JsonSubTypes.Type(value = Event.BackToNormal.class, name = "BackToNormal"),
    @JsonSubTypes.Type(value = Event.Accepted.class, name = "Accepted"),
    @JsonSubTypes.Type(value = Event.SentBack.class, name = "SentBack"),
    @JsonSubTypes.Type(value = Event.Reopened.class, name = "Reopened"),
    @JsonSubTypes.Type(value = Event.Reclassified.class, name = "Reclassified"),
    @JsonSubTypes.Type(value = Event.Reminded.class, name = "Reminded"),
    @JsonSubTypes.Type(value = Event.Rated.class, name = "Rated"),
    @JsonSubTypes.Type(value = Event.Joined.class, name = "Joined"),
    @JsonSubTypes.Type(value = Event.Separated.class, name = "Separated"),
    @JsonSubTypes.Type(value = Event.AnsweredWithLead.class, name = "AnsweredWithLead"),
    @JsonSubTypes.Type(value = Event.Recalled.class, name = "Recalled"),
    @JsonSubTypes.Type(value = Event.Redispatched.class, name = "Redispatched"),
    @JsonSubTypes.Type(value = Event.MatterCorrected.class, name = "MatterCorrected"),
    @JsonSubTypes.Type(value = Event.IntakeAsked.class, name = "IntakeAsked"),
    @JsonSubTypes.Type(value = Event.IntakeAnswered.class, name = "IntakeAnswered"),
    @JsonSubTypes.Type(value = Event.ReceiptOverdue.class, name = "ReceiptOverdue"),
    @JsonSubTypes.Type(value = Event.HandlingOverdue.class, name = "HandlingOverdue"),
    @JsonSubTypes.Type(value = Event.LimitsMoved.class, name = "LimitsMoved")
})
@Pure
public sealed interface Event {
    /**
     * @param matterDigest keyed digest of the matter's words, so that a changed word shows
     * @param urgentKind one of the edition's urgent kinds (Art. 17); null when it is not urgent
     * @param secret the appellant asked to be kept secret (Art. 21)
     */
    record Registered(
            String number,
            UUID appeal,
            String matterDigest,
            @Nullable String urgentKind,
            boolean secret,
            List<UnitId> accusedUnits,
            String accused,
            boolean unclear)
            implements Event {}

    /** @param unclear whether it has still to be said which unit is meant */
    record AccusedNamed(@Nullable UnitId unit, String accused, boolean unclear) implements Event {
        /** Whether it says that no unit is meant in what is complained about already. */
        boolean noUnit() {
            return unit == null && accused.isEmpty() && !unclear;
        }
    }

    record SecrecyAsked(String how) implements Event {}

    record Permitted(Instant permittedAt, String how) implements Event {}

    /**
     * The appellant's term has run out: what led to them is out of the matter.
     *
     * @param matterDigest of the matter as it stands from here on
     */
    record Forgotten(String matterDigest) implements Event {}

    /** The platform answered the appellant in the unit's stead (ruling 14). */
    record AnsweredForUnit(Instant contactedAt, String how, String said) implements Event {}

    /** @param parts what the assisting units owe */
    record Dispatched(
            String edition, String limitClass, UnitId lead, List<Contribution> parts, Due receipt, Due handling)
            implements Event {}

    /** @param late 超期接收 */
    record Received(boolean late) implements Event {}

    record Assigned(@Nullable UUID section, @Nullable UUID officer) implements Event {}

    record Noted(String text) implements Event {}

    record Attached(List<PaperRef> papers) implements Event {}

    record Contacted(Instant contactedAt, String how, String said) implements Event {}

    record Contributed(UnitId unit, String text) implements Event {}

    record ReportedOutcome(Report report, String withoutParts) implements Event {}

    record PartReminded(UnitId unit, String text) implements Event {}

    record PartOverdue(UnitId unit, Instant since) implements Event {}

    record ExtensionAsked(int days, String reason, String basis, Instant toldAt, String toldHow) implements Event {}

    record ExtensionGranted(int days, Due oldHandling, Due newHandling, String note) implements Event {}

    record ExtensionRefused(String reason) implements Event {}

    record ReturnAsked(String statement, String rulingNumber, List<PaperRef> papers) implements Event {}

    /** @param from the unit that returned it; {@code dispatched} the order as the next unit gets it */
    record ReturnGranted(UnitId from, String rulingNumber, Dispatched dispatched, String note) implements Event {}

    record ReturnRefused(String reason) implements Event {}

    record UrgencyRaised(String urgentKind, String reason) implements Event {}

    /** @param answeredBy empty when nobody answered */
    record Phoned(UnitId unit, String called, Instant calledAt, String answeredBy) implements Event {}

    record OnSite(Instant arrivedAt, String who) implements Event {}

    record BackToNormal(Instant restoredAt, String note) implements Event {}

    record Accepted(String note) implements Event {}

    record SentBack(String reason) implements Event {}

    /**
     * @param words what the person said when called back, or why their objection was right
     * @param objection whether it is opened again on an objection to its closing, not by a callback
     */
    record Reopened(String words, boolean objection) implements Event {}

    record Reclassified(
            String from, String to, Due oldHandling, Due newHandling, String reason, List<Contribution> parts)
            implements Event {}

    record Reminded(String text) implements Event {}

    /** What an appellant said of the outcome after closing, as may those whose orders go with it or who reminded of it. */
    record Rated(boolean satisfied, boolean resolved, String words) implements Event {
        /** Whether it calls for a look at what was reported (Art. 14, 16). */
        public boolean discontent() {
            return !satisfied || !resolved;
        }
    }

    /** @param lead number of the order that leads from now on */
    record Joined(String lead) implements Event {}

    record Separated(String lead, String reason) implements Event {}

    /** The lead order was closed, and its outcome told to this order's appellant too: one record per person. */
    record AnsweredWithLead(String lead) implements Event {}

    /** @param from the unit that had not received it yet */
    record Recalled(UnitId from, String reason) implements Event {}

    /** @param from the unit that had it; {@code dispatched} the order as the next unit gets it */
    record Redispatched(UnitId from, String reason, Dispatched dispatched) implements Event {}

    /** @param matterDigest of the matter as it stands from here on */
    record MatterCorrected(MatterHeading before, MatterHeading after, String reason, String matterDigest)
            implements Event {}

    record IntakeAsked(String text) implements Event {}

    record IntakeAnswered(String text) implements Event {}

    record ReceiptOverdue(Instant since) implements Event {}

    record HandlingOverdue(Instant since) implements Event {}

    /** @param receiptOverdue what the marks are under the new limits: since when, or null */
    record LimitsMoved(
            Due oldReceipt,
            Due newReceipt,
            Due oldHandling,
            Due newHandling,
            @Nullable Instant receiptOverdue,
            @Nullable Instant handlingOverdue,
            List<Contribution> parts)
            implements Event {}
}
