package org.shouwen.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Instants as columns of type {@code timestamptz} hold them: to the microsecond. */
public final class Instants {
    private Instants() {}

    /** Now, as a column will give it back. */
    public static Instant now(InstantSource clock) {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    /** As a parameter of a statement; null stays null. */
    public static @Nullable Timestamp timestamp(@Nullable Instant at) {
        return at == null ? null : Timestamp.from(at);
    }

    /** What a library says with a date; null stays null. */
    public static @Nullable Instant orNull(@Nullable Date at) {
        return at == null ? null : at.toInstant();
    }

    /** A column that may be null. */
    public static @Nullable Instant orNull(ResultSet rs, String column) throws SQLException {
        return orNull(rs.getTimestamp(column));
    }

    /** A column that is never null. */
    public static Instant of(ResultSet rs, String column) throws SQLException {
        return Objects.requireNonNull(orNull(rs, column), column);
    }
}
