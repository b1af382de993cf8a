package org.shouwen.appeal;

import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.problems.Text;

/**
 * Where a request came from and its own name for itself, so that the same request twice is taken once.
 *
 * @param key the idempotency key; null when the sender gave none
 */
public record Origin(String from, @Nullable String key) {
    /** The portal's forms and its open API. */
    public static Origin portal(@Nullable String key) {
        return new Origin("portal", checked(key));
    }

    /** An officer's screen or an integration. */
    public static Origin of(CurrentUser by, @Nullable String key) {
        return new Origin("account:" + by.account(), checked(key));
    }

    private static @Nullable String checked(@Nullable String key) {
        String text = Text.optional("Idempotency-Key", key, 200);
        return text.isEmpty() ? null : text;
    }
}
