package org.shouwen.accounts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * 权限变更: what an administrator asks for an account and a security officer grants or refuses; never the same person.
 *
 * @param unit code of the unit the account is to work for; null for the platform
 * @param active whether it may be used
 * @param gives what goes with it
 */
public record Grant(
        UUID id,
        UUID account,
        Set<Role> roles,
        @Nullable String unit,
        boolean active,
        Gives gives,
        @Nullable UUID askedBy,
        String asker,
        Instant askedAt) {
    /** What the one who grants is told, once, to hand on. */
    public enum Gives {
        NOTHING,
        /** A first password. */
        PASSWORD,
        /** A token for a program. */
        TOKEN
    }
}
