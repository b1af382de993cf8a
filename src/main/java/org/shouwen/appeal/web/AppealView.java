package org.shouwen.appeal.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.appeal.Appeal;
import org.shouwen.appeal.AppealContent;
import org.shouwen.appeal.Disposition;
import org.shouwen.appeal.Review;
import org.shouwen.identity.Masked;
import org.shouwen.identity.Redactor;

/**
 * An appeal as integrations read it: the appellant masked (Art. 21).
 *
 * @param words null where they are kept from a unit, and the outcome with them
 */
record AppealView(
        String number,
        Appeal.State state,
        Instant receivedAt,
        @Nullable Instant writtenAt,
        String channel,
        @Nullable AppealContent words,
        @Nullable Masked appellant,
        @Nullable Disposition outcome,
        @Nullable String officer,
        @Nullable Instant decidedAt,
        Appeal.@Nullable Rating rating,
        @Nullable Review review,
        long version) {

    static AppealView of(Appeal a, @Nullable Masked appellant) {
        Appeal.Decision d = a.decision();
        return of(a, a.words(), appellant, d == null ? null : d.outcome(), a.rating(), a.review());
    }

    /** For the unit that took it. */
    static AppealView scrubbed(Appeal a, @Nullable Masked appellant, Redactor scrub) {
        Appeal.Decision d = a.decision();
        Disposition outcome = d == null ? null : d.outcome().scrubbed(scrub);
        return of(a, a.words().scrubbed(scrub), appellant, outcome, null, null);
    }

    /** For the unit that took it, when the rest is not for units. */
    static AppealView kept(Appeal a) {
        return of(a, null, null, null, null, null);
    }

    private static AppealView of(
            Appeal a,
            @Nullable AppealContent words,
            @Nullable Masked appellant,
            @Nullable Disposition outcome,
            Appeal.@Nullable Rating rating,
            @Nullable Review review) {
        Appeal.Decision d = a.decision();
        return new AppealView(
                a.number(),
                a.state(),
                a.receivedAt(),
                a.writtenAt(),
                a.channel(),
                words,
                appellant,
                outcome,
                d == null || words == null ? null : d.officer(),
                d == null ? null : d.at(),
                rating,
                review,
                a.version());
    }
}
