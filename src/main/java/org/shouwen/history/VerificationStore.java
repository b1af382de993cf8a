package org.shouwen.history;

import java.util.List;
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

    byte[] sealOf(UUID subject, long seq) {
        return streaming
                .query(
                        "select seal from history.entry where subject_id = ? and seq = ?",
                        (rs, _) -> rs.getBytes("seal"),
                        subject,
                        seq)
                .stream()
                .findFirst()
                .orElse(new byte[0]);
    }
}
