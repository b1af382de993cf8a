package org.shouwen.appeal;

import org.jspecify.annotations.Nullable;

/**
 * An appeal as it was typed or sent, before anything of it was checked; every part may be missing or wrong. Never logged:
 * tells nothing of itself.
 *
 * @param writtenAt when it was written, as the sender wrote it
 * @param channelAccount the person's own mark on the channel
 * @param ip from where it was sent, for the web only; empty otherwise
 */
public record UncheckedAppeal(
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
        @Nullable String accused,
        @Nullable String name,
        @Nullable String phone,
        @Nullable String address,
        @Nullable String channelAccount,
        @Nullable String writtenAt,
        @Nullable String note,
        String ip) {
    @Override
    public String toString() {
        return "UncheckedAppeal[…]";
    }
}
