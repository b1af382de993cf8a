package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.jdbc.Instants;
import org.shouwen.jdbc.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What peers report of messages that they took: "sent" is not "delivered". A report may come before the answer to what it
 * reports, twice, and once for each part; a message is delivered when all its parts are, and failed when one is.
 */
@Service
public class DeliveryReports {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    DeliveryReports(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * @param peerId the peer's own id of the part, or the message's id where the peer gives none
     * @param code the peer's own word, such as {@code DELIVRD}
     * @param at by the peer's clock; null when it tells none
     */
    @Transactional
    public void reported(Carrier.Way way, String peerId, boolean delivered, String code, @Nullable Instant at) {
        lock(way, peerId);
        List<UUID> of = jdbc.sql("select outbox from messages.part where way = :way and peer_id = :id")
                .param("way", way.name())
                .param("id", peerId)
                .query(UUID.class)
                .list();
        if (of.isEmpty()) keep(way, peerId, delivered, code, at);
        else settle(way, peerId, of.getFirst(), delivered, code, at);
    }

    private void keep(Carrier.Way way, String peerId, boolean delivered, String code, @Nullable Instant at) {
        jdbc.sql("""
                        insert into messages.report (way, peer_id, state, code, at, received_at)
                        values (:way, :id, :state, :code, :at, :now) on conflict do nothing
                        """)
                .param("way", way.name())
                .param("id", peerId)
                .param("state", delivered ? "DELIVERED" : "FAILED")
                .param("code", code)
                .param("at", Instants.timestamp(at))
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    /** A peer took a message in these parts; reports of them that were there before it said so count now. */
    @Transactional
    public void taken(Carrier.Way way, UUID outbox, List<String> parts) {
        for (String part : parts) {
            lock(way, part);
            jdbc.sql(
                            "insert into messages.part (way, peer_id, outbox) values (:way, :id, :outbox) on conflict do nothing")
                    .param("way", way.name())
                    .param("id", part)
                    .param("outbox", outbox)
                    .update();
        }
        record Early(
                String id,
                boolean delivered,
                String code,
                @Nullable Instant at) {}
        List<Early> early = jdbc.sql("""
                        delete from messages.report where way = :way and peer_id = any(:ids)
                        returning peer_id, state, code, at
                        """)
                .param("way", way.name())
                .param("ids", parts.toArray(String[]::new))
                .query((rs, _) -> new Early(
                        rs.getString("peer_id"),
                        rs.getString("state").equals("DELIVERED"),
                        rs.getString("code"),
                        Instants.orNull(rs, "at")))
                .list();
        for (Early e : early) settle(way, e.id(), outbox, e.delivered(), e.code(), e.at());
    }

    private void settle(
            Carrier.Way way, String peerId, UUID outbox, boolean delivered, String code, @Nullable Instant at) {
        int fresh = jdbc.sql("""
                        update messages.part set state = :state, code = :code, at = :at
                        where way = :way and peer_id = :id and state = 'SENT'
                        """)
                .param("state", delivered ? "DELIVERED" : "FAILED")
                .param("code", code)
                .param("at", Instants.timestamp(at))
                .param("way", way.name())
                .param("id", peerId)
                .update();
        if (fresh == 0) return; // told twice
        if (!delivered)
            jdbc.sql(
                            "update messages.outbox set state = 'FAILED', failed = :code where id = :id and state in ('NEW', 'SENT', 'DELIVERED')")
                    .param("code", code)
                    .param("id", outbox)
                    .update();
        else
            jdbc.sql("""
                            update messages.outbox set state = 'DELIVERED', delivered_at = :now
                            where id = :id and state in ('NEW', 'SENT')
                            and not exists (select from messages.part where outbox = :id and state <> 'DELIVERED')
                            """)
                    .param("now", Timestamp.from(clock.instant()))
                    .param("id", outbox)
                    .update();
    }

    /** Report and answer of the same part wait for each other. */
    private void lock(Carrier.Way way, String peerId) {
        Turns.await(jdbc, 8891, way + " " + peerId);
    }
}
