package org.shouwen.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Appeals as the machine watches them for risks (Art. 2). Whoever asks shows a person only what is there for that person:
 * {@link Appeals#withIds}.
 */
@Component
public class WatchedAppeals {
    private static final String COLUMNS = """
            select id, number, received_at, appellant, title, content, wants, location, matter_class, place, urgent_kind
            from intake.appeal where forgotten_at is null and\s""";

    private final JdbcClient jdbc;

    WatchedAppeals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * An appeal whose person is not forgotten.
     *
     * @param location as it was said, may be empty
     * @param urgentKind code of an urgent kind, null when its words give none away
     */
    public record Watched(
            UUID id,
            String number,
            Instant at,
            UUID appellant,
            String title,
            String content,
            String wants,
            String location,
            @Nullable String matterClass,
            @Nullable String place,
            @Nullable String urgentKind) {}

    /** The id before all others. */
    public static final UUID FIRST = new UUID(0, 0);

    /**
     * Received after a moment, in the order in which they came.
     *
     * @param after the last that is known of that very moment: many are received at once; {@link #FIRST} for none
     */
    public List<Watched> receivedAfter(Instant moment, UUID after, int most) {
        return jdbc.sql(COLUMNS + "(received_at, id) > (:since, :after) order by received_at, id limit :most")
                .param("since", Timestamp.from(moment))
                .param("after", after)
                .param("most", most)
                .query(WatchedAppeals::watched)
                .list();
    }

    /** The latest received after a moment, in the order in which they came. */
    public List<Watched> latestAfter(Instant moment, int most) {
        return jdbc.sql(COLUMNS + "received_at > :since order by received_at desc, id desc limit :most")
                .param("since", Timestamp.from(moment))
                .param("most", most)
                .query(WatchedAppeals::watched)
                .list()
                .reversed();
    }

    /** Those with these ids, in no order. */
    public List<Watched> ofIds(Collection<UUID> ids) {
        if (ids.isEmpty()) return List.of();
        return jdbc.sql(COLUMNS + "id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(WatchedAppeals::watched)
                .list();
    }

    private static Watched watched(ResultSet rs, int row) throws SQLException {
        return new Watched(
                rs.getObject("id", UUID.class),
                rs.getString("number"),
                Instants.of(rs, "received_at"),
                rs.getObject("appellant", UUID.class),
                rs.getString("title"),
                rs.getString("content"),
                rs.getString("wants"),
                rs.getString("location"),
                rs.getString("matter_class"),
                rs.getString("place"),
                rs.getString("urgent_kind"));
    }
}
