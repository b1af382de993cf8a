package org.shouwen.directory;

import java.util.UUID;

/** 责任科室 of a unit. */
public record Section(UUID id, UnitId unit, String name) {}
