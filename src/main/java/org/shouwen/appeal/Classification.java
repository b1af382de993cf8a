package org.shouwen.appeal;

import org.jspecify.annotations.Nullable;

/** What an officer may set right on an appeal while deciding on it; the person's own words stay. */
public record Classification(
        String kind, @Nullable String matterClass, @Nullable String place, String location, String happenedAt) {}
