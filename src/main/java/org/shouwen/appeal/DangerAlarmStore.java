package org.shouwen.appeal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.history.Chain;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the danger alarms. */
@Repository
class DangerAlarmStore {
    private static final int MOST = 200;
    private final JdbcClient jdbc;

    DangerAlarmStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<DangerAlarm> find(UUID appeal) {
        return jdbc.sql("select * from intake.danger_alarm where appeal = :appeal")
                .param("appeal", appeal)
                .query(DangerAlarmStore::map)
                .optional();
    }

    Optional<DangerAlarm> lock(UUID appeal) {
        return jdbc.sql("select * from intake.danger_alarm where appeal = :appeal for update")
                .param("appeal", appeal)
                .query(DangerAlarmStore::map)
                .optional();
    }

    List<DangerAlarm> all(Collection<UUID> appeals) {
        return appeals.isEmpty()
                ? List.of()
                : jdbc.sql("select * from intake.danger_alarm where appeal = any(:appeals)")
                        .param("appeals", appeals.toArray(UUID[]::new))
                        .query(DangerAlarmStore::map)
                        .list();
    }

    /** Those that nobody has dealt with, longest waiting first; at most 200. */
    List<DangerAlarm> open() {
        return jdbc.sql("select * from intake.danger_alarm where state = 'OPEN' order by since, appeal limit " + MOST)
                .query(DangerAlarmStore::map)
                .list();
    }

    /** Writes the row as it stands now; a new one where there was none. */
    void put(DangerAlarm a) {
        jdbc.sql("""
                        insert into intake.danger_alarm (id, appeal, guidance, since, denied_at, state, reason,
                            officer_account, officer_name, decided_at, version, head)
                        values (:id, :appeal, :guidance, :since, :denied, :state, :reason, :account, :officer, :decided,
                            :version, :head)
                        on conflict (appeal) do update set guidance = excluded.guidance, since = excluded.since,
                            denied_at = excluded.denied_at, state = excluded.state, reason = excluded.reason,
                            officer_account = excluded.officer_account, officer_name = excluded.officer_name,
                            decided_at = excluded.decided_at, version = excluded.version, head = excluded.head
                        """)
                .param("id", a.id())
                .param("appeal", a.appeal())
                .param("guidance", a.guidance())
                .param("since", Timestamp.from(a.since()))
                .param("denied", Instants.timestamp(a.deniedAt()))
                .param("state", a.state().name())
                .param("reason", a.reason())
                .param("account", a.account())
                .param("officer", a.officer())
                .param("decided", Instants.timestamp(a.decidedAt()))
                .param("version", a.chain().seq())
                .param("head", a.chain().head())
                .update();
    }

    static DangerAlarm map(ResultSet rs, int row) throws SQLException {
        return new DangerAlarm(
                rs.getObject("id", UUID.class),
                rs.getObject("appeal", UUID.class),
                rs.getString("guidance"),
                rs.getTimestamp("since").toInstant(),
                Instants.orNull(rs, "denied_at"),
                DangerAlarm.State.valueOf(rs.getString("state")),
                Objects.requireNonNullElse(rs.getString("reason"), ""),
                rs.getObject("officer_account", UUID.class),
                rs.getString("officer_name"),
                Instants.orNull(rs, "decided_at"),
                new Chain(rs.getLong("version"), rs.getBytes("head")));
    }
}
