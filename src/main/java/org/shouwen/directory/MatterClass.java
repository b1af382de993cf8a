package org.shouwen.directory;

import org.jspecify.annotations.Nullable;

/**
 * 事项类别: what appeals are about, in two levels.
 *
 * @param fullName such as 供热 › 室内温度不达标
 * @param limitClass the class of limit usually given at dispatch; null for the upper level
 */
public record MatterClass(
        String code,
        String name,
        String fullName,
        @Nullable String parent,
        @Nullable String limitClass) {}
