package org.shouwen.accounts;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;

/**
 * A person, or an integration, who may sign in.
 *
 * @param unit code of the unit the person works for; null for the platform
 * @param mustChange the password was set by someone else and must be changed at the next sign-in
 */
public record Account(
        UUID id,
        String login,
        String name,
        @Nullable String unit,
        @Nullable UUID officer,
        Set<Role> roles,
        boolean mustChange,
        boolean active,
        long version) {
    public CurrentUser signedIn() {
        return new CurrentUser(id, login, name, unit, officer, roles);
    }

    /** As an administrator wants it; login, officer and password stay. */
    public Account with(String newName, @Nullable String newUnit, Set<Role> newRoles, boolean nowActive, long seen) {
        return new Account(id, login, newName, newUnit, officer, newRoles, mustChange, nowActive, seen);
    }

    Account opened() {
        return with(name, unit, roles, true, version);
    }
}
