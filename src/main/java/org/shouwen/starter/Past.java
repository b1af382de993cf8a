package org.shouwen.starter;

import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The product's clock. Only the starter city may speak of the past: within {@link #at} the clock stands where it is
 * told, so that a newcomer finds orders that are weeks old; everywhere else it is the system's.
 */
public final class Past implements InstantSource {
    private static final ScopedValue<Instant> THEN = ScopedValue.newInstance();
    private final InstantSource clock = Clock.system(ZoneId.of("Asia/Shanghai"));

    @Override
    public Instant instant() {
        return then().orElseGet(clock::instant);
    }

    /** The moment that the starter city is telling of, if it is. */
    public static Optional<Instant> then() {
        return THEN.isBound() ? Optional.of(THEN.get()) : Optional.empty();
    }

    static void at(Instant then, Runnable what) {
        ScopedValue.where(THEN, then).run(what);
    }
}
