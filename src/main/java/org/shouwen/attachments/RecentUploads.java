package org.shouwen.attachments;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Files that came within a time, for the owner of their subjects to say which of them no act has named (Art. 21). */
@Component
@Basis(Clause.A21)
public class RecentUploads {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    RecentUploads(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param subject whom the file belongs to, such as {@code work_order/20260930-000001} */
    public record Upload(UUID id, String subject) {}

    /**
     * Files of subjects of one kind that came between two moments and are still there, in the order of their ids.
     *
     * @param kind what stands before the slash in the subject
     * @param after the last id of the page before
     */
    public List<Upload> between(String kind, Instant from, Instant to, UUID after, int most) {
        return jdbc.sql("""
                        select id, subject from papers.paper
                        where kept_at between :from and :to and destroyed_at is null
                          and starts_with(subject, :kind) and id > :after
                        order by id limit :most
                        """)
                .param("from", Timestamp.from(from))
                .param("to", Timestamp.from(to))
                .param("kind", kind + "/")
                .param("after", after)
                .param("most", most)
                .query((rs, _) -> new Upload(rs.getObject("id", UUID.class), rs.getString("subject")))
                .list();
    }

    /** Destroys these files; their bytes follow with those that no row names ({@link Orphans}). */
    public void destroy(Collection<UUID> ids) {
        if (ids.isEmpty()) return;
        jdbc.sql("update papers.paper set destroyed_at = :now where id = any(:ids) and destroyed_at is null")
                .param("now", Timestamp.from(clock.instant()))
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }
}
