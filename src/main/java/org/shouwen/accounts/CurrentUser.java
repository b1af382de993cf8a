package org.shouwen.accounts;

import java.io.Serializable;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;

/**
 * The person or integration behind a request; the principal of Spring Security on screens and API alike.
 *
 * @param unitCode the unit whose orders the person may see; null for people of the platform
 * @param officer the person's entry in the directory, when they are a unit's officer
 * @param provedTwice they showed more than a password when they signed in: an authenticator's code or a passkey
 */
public record CurrentUser(
        UUID account,
        String login,
        String name,
        @Nullable String unitCode,
        @Nullable UUID officer,
        Set<Role> roles,
        boolean provedTwice)
        implements Principal, Serializable {
    /** What the logins of programs begin with. */
    static final String PROGRAM = "api:";

    public CurrentUser {
        roles = Set.copyOf(roles);
    }

    /** Who proved themselves once, or not at all, such as a program. */
    public CurrentUser(
            UUID account,
            String login,
            String name,
            @Nullable String unitCode,
            @Nullable UUID officer,
            Set<Role> roles) {
        this(account, login, name, unitCode, officer, roles, false);
    }

    /** The same person after a second proof. */
    public CurrentUser twice() {
        return new CurrentUser(account, login, name, unitCode, officer, roles, true);
    }

    /** What sessions are kept under: the login. */
    @Override
    public String getName() {
        return login;
    }

    /** Whether a program signed in by a token, not a person. */
    public boolean program() {
        return program(login);
    }

    /** Logins are the same in capital letters. */
    static boolean program(String login) {
        return login.regionMatches(true, 0, PROGRAM, 0, PROGRAM.length());
    }

    public @Nullable UnitId unit() {
        return unitCode == null ? null : new UnitId(unitCode);
    }

    public boolean has(Role role) {
        return roles.contains(role);
    }

    /** Whether the person can see or change much: more than a password is needed, and sessions are short. */
    public boolean sensitive() {
        return roles.stream().anyMatch(Role::sensitive);
    }

    public boolean ofPlatform() {
        return unitCode == null;
    }

    public Actor actor() {
        return new Actor(account, name, unitCode);
    }
}
