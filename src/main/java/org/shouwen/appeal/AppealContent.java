package org.shouwen.appeal;

import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Redactor;

/**
 * What an appeal says, cleaned and checked.
 *
 * @param accused the unit or person complained about, in words; empty when there is none
 * @param urgentKind the urgent kind that its words give away; a proposal, the officer decides
 */
public record AppealContent(
        String kind,
        @Nullable String matterClass,
        @Nullable String place,
        String location,
        String happenedAt,
        String title,
        String content,
        String wants,
        boolean enterprise,
        boolean secret,
        @Nullable String urgentKind,
        String note,
        String accused) {

    /** Whether the three particulars of Art. 12.4 are there: where, when, and what took place. */
    public boolean particulars() {
        boolean where = place != null || !location.isEmpty();
        return where && !happenedAt.isEmpty() && content.codePointCount(0, content.length()) >= 10;
    }

    /** Whether there is something in it to be kept from units (Art. 21). */
    boolean kept() {
        return secret || !accused.isEmpty();
    }

    AppealContent classified(Classification c) {
        return new AppealContent(
                c.kind(),
                c.matterClass(),
                c.place(),
                c.location(),
                c.happenedAt(),
                title,
                content,
                wants,
                enterprise,
                secret,
                urgentKind,
                note,
                accused);
    }

    /** Without what leads to the person. */
    public AppealContent scrubbed(Redactor scrub) {
        return new AppealContent(
                kind,
                matterClass,
                place,
                scrub.of(location),
                scrub.of(happenedAt),
                scrub.of(title),
                scrub.of(content),
                scrub.of(wants),
                enterprise,
                secret,
                urgentKind,
                scrub.of(note),
                scrub.of(accused));
    }
}
