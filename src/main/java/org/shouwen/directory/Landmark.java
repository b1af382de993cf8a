package org.shouwen.directory;

import java.util.List;
import java.util.UUID;

/**
 * What people call a place by, from the city's own list.
 *
 * @param aliases other names in use, such as 一医院 for 丹东市第一医院
 * @param place code of the division it lies in
 */
public record Landmark(UUID id, Kind kind, String name, List<String> aliases, String place) {
    public enum Kind {
        /** 街路. */
        STREET,
        /** 小区、楼院. */
        COMPOUND,
        /** 地标: a school, a market, a bridge. */
        LANDMARK
    }

    public Landmark {
        aliases = List.copyOf(aliases);
    }

    boolean called(String name) {
        return this.name.equals(name) || aliases.contains(name);
    }
}
