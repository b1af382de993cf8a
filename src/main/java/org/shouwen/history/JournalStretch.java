package org.shouwen.history;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads the journal in the order of its ids, for whoever passes it on; up to a place that {@link ChangeFeed} has settled. */
@Component
public class JournalStretch {
    private final JdbcClient jdbc;

    JournalStretch(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** An entry with its id, by which receivers know it again. */
    public record Numbered(long id, String kind, UUID subject, Instant at, String type, String body) {}

    /** Entries after an id and up to another, in the order of ids. */
    @Transactional(readOnly = true)
    public List<Numbered> between(long after, long through, int most) {
        return jdbc.sql("""
                        select id, subject_kind, subject_id, at, type, body from history.entry
                        where id > :after and id <= :through order by id limit :most
                        """)
                .param("after", after)
                .param("through", through)
                .param("most", most)
                .query((rs, _) -> numbered(rs))
                .list();
    }

    /** Entries that somebody was forgotten, about subjects of some kinds, since a moment and after an id, in the order of ids. */
    @Transactional(readOnly = true)
    public List<Numbered> forgotten(List<String> kinds, Instant since, long after, int most) {
        return jdbc.sql("""
                        select id, subject_kind, subject_id, at, type, body from history.entry
                        where type = 'Forgotten' and subject_kind in (:kinds) and at >= :since and id > :after
                        order by id limit :most
                        """)
                .param("kinds", kinds)
                .param("since", java.sql.Timestamp.from(since))
                .param("after", after)
                .param("most", most)
                .query((rs, _) -> numbered(rs))
                .list();
    }

    private static Numbered numbered(ResultSet rs) throws java.sql.SQLException {
        return new Numbered(
                rs.getLong("id"),
                rs.getString("subject_kind"),
                rs.getObject("subject_id", UUID.class),
                rs.getObject("at", OffsetDateTime.class).toInstant(),
                rs.getString("type"),
                rs.getString("body"));
    }
}
