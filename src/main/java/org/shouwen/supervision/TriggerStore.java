package org.shouwen.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.directory.UnitId;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of what calls for a supervision. */
@Repository
class TriggerStore {
    private final JdbcClient jdbc;
    private final JdbcTemplate template;

    TriggerStore(JdbcClient jdbc, JdbcTemplate template) {
        this.jdbc = jdbc;
        this.template = template;
    }

    void add(List<Trigger> triggers) {
        template.batchUpdate(
                """
                insert into supervision.trigger (id, order_id, order_number, unit, kind, at, words, by_name)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                triggers.stream()
                        .map(t -> new Object[] {
                            t.id(),
                            t.order(),
                            t.orderNumber(),
                            t.unit().code(),
                            t.kind().name(),
                            Timestamp.from(t.at()),
                            t.words(),
                            t.by()
                        })
                        .toList());
    }

    /** What waits for a ruling, oldest first. */
    Page<Trigger> open(String reader, @Nullable After after, int limit) {
        String rows = "select t.*, 0 as rank, " + Keyset.earliest("at") + " as turn from supervision.trigger t"
                + " where settled_at is null and " + ConflictOfInterest.order("t.order_number");
        return Keyset.page(jdbc, rows, Map.of("reader", reader), after, limit, TriggerStore::trigger);
    }

    Optional<Trigger> openTrigger(UUID id) {
        return jdbc.sql("select * from supervision.trigger where id = :id and settled_at is null for update")
                .param("id", id)
                .query(TriggerStore::trigger)
                .optional();
    }

    void settle(UUID order, @Nullable UUID trigger, String how, Instant at) {
        jdbc.sql("""
            update supervision.trigger set settled_at = :at, settled_how = :how
            where order_id = :order and settled_at is null and (cast(:id as uuid) is null or id = :id)
            """)
                .param("at", Timestamp.from(at))
                .param("how", how)
                .param("order", order)
                .param("id", trigger)
                .update();
    }

    private static Trigger trigger(ResultSet rs, int row) throws SQLException {
        return new Trigger(
                rs.getObject("id", UUID.class),
                rs.getObject("order_id", UUID.class),
                rs.getString("order_number"),
                new UnitId(rs.getString("unit")),
                Trigger.Kind.valueOf(rs.getString("kind")),
                rs.getTimestamp("at").toInstant(),
                rs.getString("words"),
                rs.getString("by_name"));
    }
}
