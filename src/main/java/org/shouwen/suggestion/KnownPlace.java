package org.shouwen.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * A place by which people say where something is: a division of the directory, or a street, compound or landmark of the
 * city's own list.
 *
 * @param code of the directory's place it is or lies in
 * @param name as it is said: 站前街道, 锦山大街, 万达广场
 * @param fullName of the directory's place, from the county down
 * @param level 0 city, 1 county, 2 town or street, 3 village or community, 4 of the city's own list
 * @param parent code of the place above; null at the top
 */
public record KnownPlace(
        String code,
        String name,
        String fullName,
        int level,
        @Nullable String parent) {}
