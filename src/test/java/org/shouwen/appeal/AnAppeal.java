package org.shouwen.appeal;

import org.jspecify.annotations.Nullable;
import org.shouwen.identity.Identity;
import org.shouwen.notification.Wish;

/** An appeal to be taken, for tests: by telephone, about daily life; a story says only what matters to it. */
public final class AnAppeal {
    private final @Nullable String content;
    private String channel = "phone";
    private @Nullable String reference;
    private String kind = "livelihood";
    private @Nullable String matterClass;
    private @Nullable String place;
    private String location = "";
    private String happenedAt = "";
    private String title = "";
    private String wants = "";
    private boolean secret;
    private @Nullable String accused;
    private @Nullable Wish wish;

    private AnAppeal(@Nullable String content) {
        this.content = content;
    }

    public static AnAppeal saying(@Nullable String content) {
        return new AnAppeal(content);
    }

    public AnAppeal channel(String code) {
        channel = code;
        return this;
    }

    public AnAppeal reference(@Nullable String ref) {
        reference = ref;
        return this;
    }

    public AnAppeal kind(String code) {
        kind = code;
        return this;
    }

    public AnAppeal matterClass(@Nullable String code) {
        matterClass = code;
        return this;
    }

    public AnAppeal place(@Nullable String code) {
        place = code;
        return this;
    }

    public AnAppeal location(String words) {
        location = words;
        return this;
    }

    public AnAppeal happenedAt(String words) {
        happenedAt = words;
        return this;
    }

    public AnAppeal title(String words) {
        title = words;
        return this;
    }

    public AnAppeal wants(String words) {
        wants = words;
        return this;
    }

    public AnAppeal secret(boolean asked) {
        secret = asked;
        return this;
    }

    public AnAppeal accused(@Nullable String words) {
        accused = words;
        return this;
    }

    /** How the person wishes to be told. */
    public AnAppeal wishing(@Nullable Wish said) {
        wish = said;
        return this;
    }

    public NewAppeal by(Identity who) {
        return new NewAppeal(
                channel,
                reference,
                kind,
                matterClass,
                place,
                location,
                happenedAt,
                title,
                content,
                wants,
                false,
                secret,
                who,
                null,
                null,
                accused,
                wish);
    }
}
