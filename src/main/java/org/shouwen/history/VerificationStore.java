package org.shouwen.history;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Streams what a verification reads, so that a journal of any length fits in memory. */
@Repository
class VerificationStore {
    record Sealed(Recorded recorded, byte[] seal) {}

    private final JdbcTemplate streaming;

    VerificationStore(DataSource dataSource) {
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(2000);
    }

    List<String> kinds() {
        return streaming.queryForList("select distinct subject_kind from history.entry order by 1", String.class);
    }

    Stream<Sealed> entries(String kind) {
        return streaming.queryForStream(
                """
                select subject_kind, subject_id, seq, at, actor_account, actor_name, actor_unit, type, body, seal
                from history.entry where subject_kind = ? order by subject_id, seq
                """, (rs, _) -> new Sealed(HistoryStore.recorded(rs), rs.getBytes("seal")), kind);
    }

    /** Those that the journal does not have, or not as they were committed. */
    List<NotedEntry> notStanding(List<NotedEntry> noted) {
        Map<NotedEntry.Place, byte[]> seals =
                sealsOf(noted.stream().map(NotedEntry::place).toList());
        return noted.stream().filter(e -> !e.stands(seals)).toList();
    }

    private Map<NotedEntry.Place, byte[]> sealsOf(Collection<NotedEntry.Place> places) {
        Map<NotedEntry.Place, byte[]> seals = new HashMap<>();
        Object[] subjects = places.stream().map(NotedEntry.Place::subject).toArray();
        Object[] seqs = places.stream().map(NotedEntry.Place::seq).toArray();
        streaming.query(
                """
                select e.subject_id, e.seq, e.seal from unnest(?::uuid[], ?::bigint[]) as noted (subject_id, seq)
                join history.entry e on e.subject_id = noted.subject_id and e.seq = noted.seq
                """,
                ps -> {
                    ps.setArray(1, ps.getConnection().createArrayOf("uuid", subjects));
                    ps.setArray(2, ps.getConnection().createArrayOf("bigint", seqs));
                },
                rs -> {
                    UUID subject = rs.getObject("subject_id", UUID.class);
                    seals.put(new NotedEntry.Place(subject, rs.getLong("seq")), rs.getBytes("seal"));
                });
        return seals;
    }
}
