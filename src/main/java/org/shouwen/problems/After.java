package org.shouwen.problems;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a list ended: the sort key of its last row, so that the next page begins there also when the row itself
 * has moved meanwhile. Written {@code rank.turn.id}; callers pass back what they were given and read nothing in it.
 *
 * @param rank the group within the list, 0 first
 * @param turn within the group, least first: microseconds since 1970 for what is sorted by time, negative for newest first
 * @param id of the row, where two have the same turn
 */
public record After(int rank, long turn, UUID id) {
    private static final Pattern WRITTEN =
            Pattern.compile("(\\d)\\.(-?\\d{1,16})\\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    public static After at(int rank, Instant at, UUID id) {
        return new After(rank, ChronoUnit.MICROS.between(Instant.EPOCH, at), id);
    }

    /**
     * @return null for the first page
     * @throws BadInput when it is none that a page gave
     */
    public static @Nullable After parse(@Nullable String written) {
        if (written == null || written.isBlank()) return null;
        Matcher m = WRITTEN.matcher(written.strip());
        if (!m.matches()) throw new BadInput("after", "problems.page-after");
        return new After(Integer.parseInt(m.group(1)), Long.parseLong(m.group(2)), UUID.fromString(m.group(3)));
    }

    /** {@link #turn} of what is sorted by time. */
    public Timestamp time() {
        return Timestamp.from(Instant.EPOCH.plus(turn, ChronoUnit.MICROS));
    }

    @Override
    public String toString() {
        return rank + "." + turn + "." + id;
    }
}
