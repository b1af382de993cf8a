package org.shouwen.supervision;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.attachments.PaperRef;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.directory.UnitId;

/**
 * 督办 of an order (Art. 16).
 *
 * @param number such as 2026-0001
 * @param due until when the unit answers; the first moment that is too late
 * @param provisional the limit waits for a calendar (ruling 2)
 * @param signed the outcome with the signature of the leader in charge; only a second has one
 * @param escalatedAt when its limit passed unanswered (ruling 9)
 * @param endedAt when the order left the unit, which then owes no answer any more; null while it is the unit's
 * @param ended why it ended: the event of the order; null while it is the unit's
 */
public record Supervision(
        UUID id,
        String number,
        UUID order,
        String orderNumber,
        UnitId unit,
        Level level,
        How how,
        String words,
        Instant issuedAt,
        String issuedBy,
        Instant due,
        boolean provisional,
        @Nullable Instant answeredAt,
        String answer,
        @Nullable PaperRef signed,
        @Nullable Instant escalatedAt,
        @Nullable Instant endedAt,
        @Nullable String ended) {
    /** As it is issued. */
    Supervision(
            UUID id,
            String number,
            UUID order,
            String orderNumber,
            UnitId unit,
            Level level,
            How how,
            String words,
            Instant issuedAt,
            String issuedBy,
            Instant due,
            boolean provisional) {
        this(
                id,
                number,
                order,
                orderNumber,
                unit,
                level,
                how,
                words,
                issuedAt,
                issuedBy,
                due,
                provisional,
                null,
                "",
                null,
                null,
                null,
                null);
    }

    /** As units may read it: a mask still tells a surname and seven digits (Art. 21). */
    Supervision forUnits() {
        return copy(MaskRemover.of(words), due, provisional, answeredAt, MaskRemover.of(answer), signed, escalatedAt);
    }

    public enum Level {
        /** 一次督办: by phone or on site, recorded. */
        FIRST,
        /** 二次督办: a 督办单 whose outcome the leader in charge signs. */
        SECOND
    }

    public enum How {
        PHONE,
        ON_SITE,
        DOCUMENT
    }

    /** Whether the unit still owes an answer. */
    public boolean open() {
        return answeredAt == null && endedAt == null;
    }

    Supervision ended(Instant at, String why) {
        return new Supervision(
                id,
                number,
                order,
                orderNumber,
                unit,
                level,
                how,
                words,
                issuedAt,
                issuedBy,
                due,
                provisional,
                answeredAt,
                answer,
                signed,
                escalatedAt,
                at,
                why);
    }

    Supervision escalated(Instant at) {
        return copy(words, due, provisional, answeredAt, answer, signed, at);
    }

    Supervision answered(Instant at, String said, @Nullable PaperRef paper) {
        return copy(words, due, provisional, at, said, paper, escalatedAt);
    }

    /** With the limit that another calendar gives it (ruling 2). */
    Supervision limitMoved(Instant newDue, boolean newProvisional) {
        return copy(words, newDue, newProvisional, answeredAt, answer, signed, escalatedAt);
    }

    private Supervision copy(
            String newWords,
            Instant newDue,
            boolean newProvisional,
            @Nullable Instant newAnsweredAt,
            String newAnswer,
            @Nullable PaperRef newSigned,
            @Nullable Instant newEscalatedAt) {
        return new Supervision(
                id,
                number,
                order,
                orderNumber,
                unit,
                level,
                how,
                newWords,
                issuedAt,
                issuedBy,
                newDue,
                newProvisional,
                newAnsweredAt,
                newAnswer,
                newSigned,
                newEscalatedAt,
                endedAt,
                ended);
    }
}
