package org.shouwen.directory;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** 责任人: a person of a unit who handles orders. */
public record Officer(
        UUID id, UnitId unit, @Nullable UUID section, String name, String post, String phone, boolean active) {}
