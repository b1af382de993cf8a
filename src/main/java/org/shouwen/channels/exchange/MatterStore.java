package org.shouwen.channels.exchange;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.channels.exchange.ExchangedMatter.Direction;
import org.shouwen.channels.exchange.ExchangedMatter.State;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Matters that go to and fro. */
@Repository
class MatterStore {
    /** Comes before every other. */
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;

    MatterStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was new */
    boolean add(ExchangedMatter m) {
        return jdbc.sql("""
                        insert into exchange.matter (id, partner, direction, source_id, number, appeal, handover, handed_at,
                            taken_at, state, open_since, turn)
                        values (:id, :partner, :direction, :source, :number, :appeal, :handover, :handed, :taken, :state,
                            :since, :turn) on conflict (partner, direction, source_id) do nothing
                        """)
                        .param("id", m.id())
                        .param("partner", m.partner())
                        .param("direction", m.direction().name())
                        .param("source", m.sourceId())
                        .param("number", m.number())
                        .param("appeal", m.appeal())
                        .param("handover", m.handover())
                        .param("handed", Instants.timestamp(m.handedAt()))
                        .param("taken", Timestamp.from(m.takenAt()))
                        .param("state", m.state().name())
                        .param("since", Timestamp.from(m.openSince()))
                        .param("turn", m.turn())
                        .update()
                == 1;
    }

    /** Held until the transaction ends. */
    Optional<ExchangedMatter> lock(String partner, Direction direction, String sourceId) {
        return jdbc.sql("""
                        select * from exchange.matter where partner = :partner and direction = :direction
                            and source_id = :source and erased_at is null for update
                        """)
                .param("partner", partner)
                .param("direction", direction.name())
                .param("source", sourceId)
                .query((rs, _) -> matter(rs))
                .optional();
    }

    Optional<ExchangedMatter> lock(UUID id) {
        return jdbc.sql("select * from exchange.matter where id = :id and erased_at is null for update")
                .param("id", id)
                .query((rs, _) -> matter(rs))
                .optional();
    }

    /** An answer went or came; then what was said at a call-back may be owed. */
    void answered(UUID id, State state, int turn) {
        jdbc.sql("update exchange.matter set state = :state, turn = :turn, look = true where id = :id")
                .param("state", state.name())
                .param("turn", turn)
                .param("id", id)
                .update();
    }

    /** An answer is awaited anew. */
    void reopened(UUID id, Instant since) {
        jdbc.sql("update exchange.matter set state = 'OPEN', open_since = :since, look = true where id = :id")
                .param("since", Timestamp.from(since))
                .param("id", id)
                .update();
    }

    /** Something may be owed for those of these that were handed to us. */
    void changed(Collection<UUID> appeals, Collection<String> numbers) {
        if (appeals.isEmpty() && numbers.isEmpty()) return;
        jdbc.sql("""
                        update exchange.matter set look = true
                        where (appeal = any(:appeals) or number = any(:numbers)) and direction = 'IN'
                            and erased_at is null and not look
                        """)
                .param("appeals", appeals.toArray(UUID[]::new))
                .param("numbers", numbers.toArray(String[]::new))
                .update();
    }

    /** What was handed to us and is to be looked at, by id. */
    List<UUID> toLook(UUID after, int most) {
        return jdbc.sql("""
                        select id from exchange.matter where look and direction = 'IN' and id > :after
                        order by id limit :most
                        """)
                .param("after", after)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    /** Takes the mark from those of these that no other transaction looks at; held until the transaction ends. */
    List<ExchangedMatter> look(Collection<UUID> ids) {
        return jdbc.sql("""
                        update exchange.matter set look = false where id in (
                            select id from exchange.matter where id = any(:ids) and look order by id
                            for update skip locked)
                        returning *
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, _) -> matter(rs))
                .list();
    }

    /** What awaits an answer, whose it is, what waits longest first. */
    Page<ExchangedMatter> open(Direction direction, String reader, @Nullable After after, int limit) {
        String listed =
                "select id, partner, direction, source_id, number, appeal, handover, handed_at, taken_at, state,"
                        + " open_since, turn as times, 0 as rank, " + Keyset.earliest("open_since") + " as turn"
                        + " from exchange.matter where state = 'OPEN' and direction = :direction and erased_at is null and "
                        + ConflictOfInterest.appeal("number");
        return Keyset.page(
                jdbc,
                listed,
                Map.of("direction", direction.name(), "reader", reader),
                after,
                limit,
                (rs, _) -> matter(rs, "times"));
    }

    void forget(UUID appeal, Instant at) {
        jdbc.sql("""
                        update exchange.matter set number = null, appeal = null, handover = null, erased_at = :at
                        where appeal = :appeal
                        """).param("at", Timestamp.from(at)).param("appeal", appeal).update();
    }

    /** A matter as the partner knows it, and when its person was forgotten. */
    record Erased(UUID id, String sourceId, Instant at) {}

    /** @param after where the page before ended; null for the first */
    List<Erased> erased(String partner, Instant since, @Nullable After after, int most) {
        return jdbc.sql("""
                        select id, source_id, erased_at from exchange.matter
                        where partner = :partner and (erased_at, id) >= (:from, :id) order by erased_at, id limit :most
                        """)
                .param("partner", partner)
                .param("from", after == null ? Timestamp.from(since) : after.time())
                .param("id", after == null ? FIRST : after.id())
                .param("most", most)
                .query((rs, _) -> new Erased(
                        rs.getObject("id", UUID.class), rs.getString("source_id"), Instants.of(rs, "erased_at")))
                .list();
    }

    private static ExchangedMatter matter(ResultSet rs) throws SQLException {
        return matter(rs, "turn");
    }

    private static ExchangedMatter matter(ResultSet rs, String turn) throws SQLException {
        return new ExchangedMatter(
                rs.getObject("id", UUID.class),
                rs.getString("partner"),
                Direction.valueOf(rs.getString("direction")),
                rs.getString("source_id"),
                rs.getString("number"),
                rs.getObject("appeal", UUID.class),
                rs.getString("handover"),
                Instants.orNull(rs, "handed_at"),
                Instants.of(rs, "taken_at"),
                State.valueOf(rs.getString("state")),
                Instants.of(rs, "open_since"),
                rs.getInt(turn));
    }
}
