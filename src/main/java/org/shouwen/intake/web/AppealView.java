package org.shouwen.intake.web;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.citizens.Masked;
import org.shouwen.intake.Appeal;
import org.shouwen.intake.Outcome;
import org.shouwen.intake.Review;
import org.shouwen.intake.Words;

/** An appeal as integrations read it: the appellant masked (Art. 21). */
record AppealView(
        String number,
        Appeal.State state,
        Instant receivedAt,
        @Nullable Instant writtenAt,
        String channel,
        @Nullable String channelRef,
        Words words,
        @Nullable Masked appellant,
        @Nullable Outcome outcome,
        @Nullable String officer,
        @Nullable Instant decidedAt,
        Appeal.@Nullable Rating rating,
        @Nullable Review review,
        long version) {

    static AppealView of(Appeal a, @Nullable Masked appellant) {
        Appeal.Decision d = a.decision();
        return new AppealView(
                a.number(),
                a.state(),
                a.receivedAt(),
                a.writtenAt(),
                a.channel(),
                a.channelRef(),
                a.words(),
                appellant,
                d == null ? null : d.outcome(),
                d == null ? null : d.officer(),
                d == null ? null : d.at(),
                a.rating(),
                a.review(),
                a.version());
    }
}
