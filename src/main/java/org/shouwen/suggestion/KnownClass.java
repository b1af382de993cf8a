package org.shouwen.suggestion;

import org.jspecify.annotations.Nullable;

/**
 * A class of matter as the city's directory has it.
 *
 * @param parentName name of the class above; empty for the upper level
 * @param limitClass the class of limit usually given at dispatch; null for the upper level
 */
public record KnownClass(
        String code,
        String name,
        String parentName,
        @Nullable String limitClass) {}
