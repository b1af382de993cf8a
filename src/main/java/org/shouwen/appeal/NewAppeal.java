package org.shouwen.appeal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Wish;

/**
 * An appeal about to be taken, as typed or sent; {@link Intake} checks it.
 *
 * @param channel code of the edition's channels
 * @param channelRef the channel's own reference; the same one is never taken twice
 * @param kind code of the edition's kinds (Art. 7)
 * @param place code of the directory's places
 * @param location where exactly, in words
 * @param happenedAt when, in words
 * @param title may be empty: the content's beginning then
 * @param wants what the person would like to see done
 * @param enterprise an enterprise brings it, not a person
 * @param secret the appellant asks to be kept secret even from the handling unit
 * @param writtenAt when it was written, where the channel says so
 * @param note what else the channel told, such as a board's own reply
 * @param accused the unit or person complained about, in words; may be missing
 * @param wish how the person wishes to be told; null when they did not say
 */
public record NewAppeal(
        @Nullable String channel,
        @Nullable String channelRef,
        @Nullable String kind,
        @Nullable String matterClass,
        @Nullable String place,
        @Nullable String location,
        @Nullable String happenedAt,
        @Nullable String title,
        @Nullable String content,
        @Nullable String wants,
        boolean enterprise,
        boolean secret,
        Identity appellant,
        @Nullable Instant writtenAt,
        @Nullable String note,
        @Nullable String accused,
        @Nullable Wish wish) {
    /** Most characters of the content, and of any other long text of an appeal. */
    public static final int CONTENT = 10_000;

    /** Nobody is complained about, and nobody said how they wish to be told. */
    public NewAppeal(
            @Nullable String channel,
            @Nullable String channelRef,
            @Nullable String kind,
            @Nullable String matterClass,
            @Nullable String place,
            @Nullable String location,
            @Nullable String happenedAt,
            @Nullable String title,
            @Nullable String content,
            @Nullable String wants,
            boolean enterprise,
            boolean secret,
            Identity appellant,
            @Nullable Instant writtenAt,
            @Nullable String note) {
        this(
                channel,
                channelRef,
                kind,
                matterClass,
                place,
                location,
                happenedAt,
                title,
                content,
                wants,
                enterprise,
                secret,
                appellant,
                writtenAt,
                note,
                null,
                null);
    }
}
