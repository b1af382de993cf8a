package org.shouwen.warning;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
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
                        insert into warning.seen (appeal, at, appellant, urgent_kind)
                        values (:appeal, :at, :appellant, :urgent) on conflict do nothing
                        """)
                        .param("appeal", a.id())
                        .param("at", Timestamp.from(a.at()))
                        .param("appellant", a.appellant())
                        .param("urgent", a.urgentKind() == null ? "" : a.urgentKind())
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

    List<UUID> urgent(String kind, Instant since) {
        return jdbc.sql(
                        "select appeal from warning.seen where urgent_kind = :kind and at >= :since order by at, appeal")
                .param("kind", kind)
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
