package org.shouwen.intake.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.citizens.Masked;
import org.shouwen.citizens.Scrub;
import org.shouwen.intake.Appeal;
import org.shouwen.intake.Outcome;
import org.shouwen.intake.Review;
import org.shouwen.intake.Words;

/**
 * An appeal as integrations read it: the appellant masked (Art. 21).
 *
 * @param words null where they are kept from a unit
 */
record AppealView(
        String number,
        Appeal.State state,
        Instant receivedAt,
        @Nullable Instant writtenAt,
        String channel,
        @Nullable String channelRef,
        @Nullable Words words,
        @Nullable Masked appellant,
        @Nullable Outcome outcome,
        @Nullable String officer,
        @Nullable Instant decidedAt,
        Appeal.@Nullable Rating rating,
        @Nullable Review review,
        long version) {

    static AppealView of(Appeal a, @Nullable Masked appellant) {
        return of(a, a.words(), appellant, a.rating(), a.review());
    }

    /** For the unit that took it. */
    static AppealView scrubbed(Appeal a, @Nullable Masked appellant, Scrub scrub) {
        return of(a, a.words().scrubbed(scrub), appellant, null, null);
    }

    /** For the unit that took it, when the rest is not for units. */
    static AppealView kept(Appeal a) {
        return of(a, null, null, null, null);
    }

    private static AppealView of(
            Appeal a,
            @Nullable Words words,
            @Nullable Masked appellant,
            Appeal.@Nullable Rating rating,
            @Nullable Review review) {
        Appeal.Decision d = a.decision();
        return new AppealView(
                a.number(),
                a.state(),
                a.receivedAt(),
                a.writtenAt(),
                a.channel(),
                a.channelRef(),
                words,
                appellant,
                d == null ? null : d.outcome(),
                d == null ? null : d.officer(),
                d == null ? null : d.at(),
                rating,
                review,
                a.version());
    }
}
