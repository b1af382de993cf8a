package org.shouwen.access;

import java.util.List;

/**
 * What a module says of its own pages and its own part of the API. A route that falls under no rule is closed to all.
 * A module's rules are tried in the order given, the first that fits counts; rules of two modules never fit the same
 * path, so that the order of the modules says nothing.
 */
public interface ModuleAccess {
    List<AccessRule> rules();

    /** The module's entries of the menu, in any order. */
    default List<MenuItem> menu() {
        return List.of();
    }
}
