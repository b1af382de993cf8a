package org.shouwen.accounts;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who asks, in the thread that answers. */
public final class SignedIn {
    private SignedIn() {}

    /** The person or program; null: nobody is signed in. */
    public static @Nullable CurrentUser person() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof CurrentUser person ? person : null;
    }
}
