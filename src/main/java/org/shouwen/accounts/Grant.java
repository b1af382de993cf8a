package org.shouwen.accounts;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;

/**
 * 权限变更: what an administrator asks for an account and a security officer grants or refuses; never the same person.
 *
 * @param name what the account's person is to be called: by it the accused are known
 * @param unit code of the unit the account is to work for; null for the platform
 * @param active whether it may be used
 * @param gives what goes with it
 */
public record Grant(
        UUID id,
        UUID account,
        String name,
        Set<Role> roles,
        @Nullable String unit,
        boolean active,
        Gives gives,
        @Nullable UUID askedBy,
        String asker,
        Instant askedAt) {
    /** A secret of which the one who asks and the one who grants are each told half, once, to hand on. */
    public enum Gives {
        NOTHING,
        /** A first password. */
        PASSWORD,
        /** A token for a program. */
        TOKEN
    }
}
