package org.shouwen.access;

import java.util.Set;

/**
 * An entry of the menu, shown to whoever has one of its roles. A person's first entry is the page on which their work
 * begins.
 *
 * @param place where it stands: lower is further up, and no two entries have the same
 * @param key message key of its name
 * @param sign one character in front of the name
 */
public record MenuItem(int place, String key, String path, String sign, Set<Role> roles) {
    public MenuItem {
        roles = Set.copyOf(roles);
    }
}
