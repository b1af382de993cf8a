package org.shouwen.history;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who did something: a person or an integration by account, or the system itself. Kept with every event, so the name
 * is the one that held at that moment.
 *
 * @param account null when the system acted by itself or an appellant acted without an account
 * @param unit code of the unit the person acted for; null for the platform
 */
public record Actor(
        @Nullable UUID account, String name, @Nullable String unit) {
    /** The clock, a sweep, a calendar that was loaded. */
    public static final Actor SYSTEM = new Actor(null, "system", null);

    /** The person who asked, acting through the portal or on the phone. */
    public static final Actor APPELLANT = new Actor(null, "appellant", null);
}
