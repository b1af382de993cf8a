package org.shouwen.inbound;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of messages that came in, by the indexes of V2101. */
@Repository
class InboundStore {
    /** The other parts of a message; apart from the message itself, so that each is found by an index. */
    private static final String PARTS =
            "r.id <> d.id and r.part_of is not null and r.part_of in (select part_of from inbound.received where id = d.id)";

    private final JdbcClient jdbc;

    InboundStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it was new */
    boolean insert(UUID id, InboundMessage m, byte[] digest, byte[] raw, Instant now, String state, String reason) {
        return jdbc.sql("""
                        insert into inbound.received
                            (id, source, event, digest, source_at, received_at, raw, size, state, reason, next_try)
                        values (:id, :source, :event, :digest, :at, :now, :raw, :size, :state, :reason, :now)
                        on conflict (source, event, digest) do nothing
                        """)
                        .param("id", id)
                        .param("source", m.source())
                        .param("event", m.event())
                        .param("digest", digest)
                        .param("at", Instants.timestamp(m.sourceAt()))
                        .param("now", Timestamp.from(now))
                        .param("raw", raw)
                        .param("size", m.raw().length)
                        .param("state", state)
                        .param("reason", reason)
                        .update()
                == 1;
    }

    /** Whether more than so many wait. */
    boolean moreWaitThan(int most) {
        return jdbc.sql(
                        "select count(*) > :most from (select 1 from inbound.received where state = 'NEW' limit :limit) w")
                .param("most", most)
                .param("limit", most + 1)
                .query(Boolean.class)
                .single();
    }

    /** Ours for some minutes, oldest first: whoever dies over them leaves them to the next. */
    List<Received> claim(int most, Instant now, Duration ours) {
        return jdbc.sql("""
                        with mine as (
                            update inbound.received set next_try = :later, tries = tries + 1
                            where id = any(array(
                                select id from inbound.received where state = 'NEW' and next_try <= :now
                                order by next_try limit :most for update skip locked))
                            returning *)
                        select * from mine order by received_at, id
                        """)
                .param("later", Timestamp.from(now.plus(ours)))
                .param("now", Timestamp.from(now))
                .param("most", most)
                .query((rs, _) -> row(rs))
                .list();
    }

    static Received row(ResultSet rs) throws SQLException {
        byte[] raw = rs.getBytes("raw");
        return new Received(
                rs.getObject("id", UUID.class),
                rs.getString("source"),
                rs.getString("event"),
                Instants.orNull(rs, "source_at"),
                Instants.of(rs, "received_at"),
                raw == null ? new byte[0] : raw,
                rs.getBytes("corrected"),
                rs.getBoolean("excused"),
                rs.getInt("tries"));
    }

    /** Notes from whom messages are. */
    void senders(Map<UUID, byte[]> senders) {
        jdbc.sql("""
                        update inbound.received r set sender = s.sender
                        from unnest(:ids::uuid[], :senders::bytea[]) s(id, sender) where r.id = s.id
                        """)
                .param("ids", senders.keySet().toArray(UUID[]::new))
                .param("senders", senders.values().toArray(byte[][]::new))
                .update();
    }

    /** How many came from each of these senders since a moment; keys in hex. */
    Map<String, Integer> since(Collection<byte[]> senders, Instant moment) {
        Map<String, Integer> counts = new HashMap<>();
        jdbc.sql("""
                        select sender, count(*)::int as n from inbound.received
                        where sender = any(:senders) and received_at >= :moment group by sender
                        """)
                .param("senders", senders.toArray(byte[][]::new))
                .param("moment", Timestamp.from(moment))
                .query(rs -> {
                    counts.put(HexFormat.of().formatHex(rs.getBytes("sender")), rs.getInt("n"));
                });
        return counts;
    }

    record Done(UUID id, InboundResult result) {}

    /** Notes what came of messages, and of all parts of those that came in parts. */
    void done(List<Done> done, Instant now) {
        UUID[] ids = done.stream().map(Done::id).toArray(UUID[]::new);
        String[] kinds = done.stream().map(d -> d.result().kind().name()).toArray(String[]::new);
        @Nullable String[] numbers = done.stream().map(d -> d.result().number()).toArray(String[]::new);
        for (String which : List.of("r.id = d.id", PARTS))
            jdbc.sql("""
                            update inbound.received r
                            set state = 'DONE', reason = '', came_of_it = d.kind, number = d.number, done_at = :now
                            from unnest(:ids::uuid[], :kinds::text[], :numbers::text[]) d(id, kind, number)
                            where\s""" + which)
                    .param("ids", ids)
                    .param("kinds", kinds)
                    .param("numbers", numbers)
                    .param("now", Timestamp.from(now))
                    .update();
    }

    void reject(UUID id, String reason, boolean danger) {
        jdbc.sql("update inbound.received set state = 'REJECTED', reason = :reason, danger = :danger where id = :id")
                .param("reason", reason)
                .param("danger", danger)
                .param("id", id)
                .update();
    }

    /** The next round takes it. */
    void later(UUID id, Instant at) {
        jdbc.sql(
                        "update inbound.received set next_try = :at, tries = greatest(tries - 1, 0) where id = :id and state = 'NEW'")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    /** It failed: the next try is no sooner. */
    void retry(UUID id, Instant at) {
        jdbc.sql("update inbound.received set next_try = :at where id = :id and state = 'NEW'")
                .param("at", Timestamp.from(at))
                .param("id", id)
                .update();
    }

    Optional<Received> rejected(UUID id) {
        return jdbc.sql("select * from inbound.received where id = :id and state = 'REJECTED'")
                .param("id", id)
                .query((rs, _) -> row(rs))
                .optional();
    }

    /** @return whether it was rejected, and waits now to be worked on again */
    boolean again(UUID id, byte @Nullable [] corrected, Instant now) {
        return jdbc.sql("""
                        update inbound.received
                        set state = 'NEW', tries = 0, next_try = :now, corrected = coalesce(:corrected, corrected), excused = true
                        where id = :id and state = 'REJECTED'
                        """)
                        .param("now", Timestamp.from(now))
                        .param("corrected", corrected, java.sql.Types.BINARY)
                        .param("id", id)
                        .update()
                == 1;
    }

    boolean settle(UUID id, String why, Instant now) {
        return jdbc.sql("""
                        update inbound.received set state = 'SETTLED', settled = :why, done_at = :now
                        where id = :id and state = 'REJECTED'
                        """)
                        .param("why", why)
                        .param("now", Timestamp.from(now))
                        .param("id", id)
                        .update()
                == 1;
    }
}
