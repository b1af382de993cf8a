package org.shouwen.problems;

import org.jspecify.annotations.Nullable;

/** Versions of what can be changed, as ETag and If-Match carry them (RFC 9110, 13.1.1). */
public final class Version {
    private Version() {}

    public static String etag(long version) {
        return "\"" + version + "\"";
    }

    /**
     * The version that the caller saw; null when any will do.
     *
     * @throws BadInput when it is no version of ours
     */
    public static @Nullable Long seen(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.strip().equals("*")) return null;
        try {
            return Long.valueOf(ifMatch.replace("W/", "").replace("\"", "").strip());
        } catch (NumberFormatException e) {
            throw new BadInput("If-Match", "problems.if-match");
        }
    }

    /**
     * The version that the caller must have seen before changing what is there already.
     *
     * @throws Unconditional when none is named (status 428)
     */
    public static long required(@Nullable String ifMatch) {
        Long seen = seen(ifMatch);
        if (seen == null) throw new Unconditional();
        return seen;
    }
}
