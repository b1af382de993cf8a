package org.shouwen.warning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.shouwen.appeal.WatchedAppeals;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The appeals that were watched, for as long as a signal looks back. */
@Repository
class SeenStore {
    private final JdbcClient jdbc;

    SeenStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was not seen before */
    boolean add(WatchedAppeals.Watched a) {
        return jdbc.sql("""
                        insert into warning.seen (appeal, at, appellant, urgent_kind, place)
                        values (:appeal, :at, :appellant, :urgent, :place) on conflict do nothing
                        """)
                        .param("appeal", a.id())
                        .param("at", Timestamp.from(a.at()))
                        .param("appellant", a.appellant())
                        .param("urgent", a.urgentKind() == null ? "" : a.urgentKind())
                        .param("place", Objects.requireNonNullElse(a.place(), ""))
                        .update()
                == 1;
    }

    Set<UUID> among(Collection<UUID> appeals) {
        return new HashSet<>(jdbc.sql("select appeal from warning.seen where appeal = any(:ids)")
                .param("ids", appeals.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    Optional<Instant> latest() {
        return jdbc.sql("select max(at) from warning.seen")
                .query((rs, _) -> Optional.ofNullable(rs.getTimestamp(1)).map(Timestamp::toInstant))
                .single();
    }

    /** Appeals that these persons brought since a moment, the earliest first. */
    List<UUID> ofPeople(Collection<UUID> appellants, Instant since) {
        return jdbc.sql("""
                        select appeal from warning.seen where appellant = any(:people) and at >= :since order by at, appeal
                        """)
                .param("people", appellants.toArray(UUID[]::new))
                .param("since", Timestamp.from(since))
                .query(UUID.class)
                .list();
    }

    /** The latest of an urgent kind in a place since a moment, and such whose place was not kept; in no order. */
    List<UUID> urgent(String kind, String place, Instant since, int most) {
        return jdbc.sql("""
                        (select appeal from warning.seen where urgent_kind = :kind and place = :place and at >= :since
                         order by at desc limit :most)
                        union all
                        (select appeal from warning.seen where urgent_kind = :kind and place is null and at >= :since
                         order by at desc limit :most)
                        """)
                .param("kind", kind)
                .param("place", place)
                .param("most", most)
                .param("since", Timestamp.from(since))
                .query(UUID.class)
                .list();
    }

    void forget(UUID appeal) {
        jdbc.sql("delete from warning.seen where appeal = :appeal")
                .param("appeal", appeal)
                .update();
    }

    /** No signal looks so far back. */
    void tidy(Instant before) {
        jdbc.sql("delete from warning.seen where at < :before")
                .param("before", Timestamp.from(before))
                .update();
    }
}
