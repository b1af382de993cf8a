package org.shouwen.access;

import java.util.Set;

/**
 * An entry of the menu, shown to whoever has one of its roles. A person's first entry is the page on which their work
 * begins.
 *
 * @param place where it stands: lower is further up, and no two entries have the same
 * @param key message key of its name
 * @param sign one character in front of the name
 * @param seldom of its roles, those that do not need it every day: they find it under "more", so that the row holds what
 *     they do need
 */
public record MenuItem(int place, String key, String path, String sign, Set<Role> roles, Set<Role> seldom) {
    public MenuItem {
        roles = Set.copyOf(roles);
        seldom = Set.copyOf(seldom);
    }

    public MenuItem(int place, String key, String path, String sign, Set<Role> roles) {
        this(place, key, path, sign, roles, Set.of());
    }

    /** The entry, under "more" for these roles. */
    public MenuItem seldomFor(Role... whose) {
        return new MenuItem(place, key, path, sign, roles, Set.of(whose));
    }
}
