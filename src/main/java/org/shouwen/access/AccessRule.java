package org.shouwen.access;

import java.util.Set;

/**
 * Who may use the paths of a pattern. Which order or appeal a person may see is decided behind the door, not here.
 *
 * @param pattern as Spring's path patterns; what begins with {@code /api/} is asked with a token, all else by signing in
 * @param roles who may read; empty: open to anyone without signing in
 * @param writers who may do more than read
 */
public record AccessRule(String pattern, Set<Role> roles, Set<Role> writers) {
    public AccessRule {
        if (!pattern.startsWith("/")) throw new IllegalArgumentException("not a path: " + pattern);
        roles = Set.copyOf(roles);
        writers = Set.copyOf(writers);
    }

    /** Open to anyone without signing in. */
    public static AccessRule open(String pattern) {
        return new AccessRule(pattern, Set.of(), Set.of());
    }

    /** Reading and writing by the same roles. */
    public static AccessRule of(String pattern, Set<Role> roles) {
        return of(pattern, roles, roles);
    }

    /** @throws IllegalArgumentException when it names nobody: an empty set would open the path to anyone */
    public static AccessRule of(String pattern, Set<Role> readers, Set<Role> writers) {
        if (readers.isEmpty() || writers.isEmpty()) throw new IllegalArgumentException("nobody for " + pattern);
        return new AccessRule(pattern, readers, writers);
    }

    public boolean isOpen() {
        return roles.isEmpty();
    }

    public boolean isApi() {
        return pattern.startsWith("/api/");
    }
}
