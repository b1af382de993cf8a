package org.shouwen.directory;

import org.jspecify.annotations.Nullable;

/** A line of the duty list: which class of matter, in which place (null: anywhere), is whose duty. */
public record DutyEntry(String matterClass, @Nullable String place, UnitId unit) {}
