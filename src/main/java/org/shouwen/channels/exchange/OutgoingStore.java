package org.shouwen.channels.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
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
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What goes to partners: encrypted until its term is over, sent in the order in which it was written. */
@Repository
class OutgoingStore {
    static final String BODY = "exchange";
    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    OutgoingStore(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /**
     * A message on its way.
     *
     * @param body JSON; empty when its term is over
     */
    record Outgoing(
            UUID id,
            String partner,
            UUID matter,
            ExchangeEvent event,
            int turn,
            Instant madeAt,
            String body,
            String state,
            String lastError,
            @Nullable Instant sentAt) {
        /** The same when it is sent again, so that whoever has it can drop it. */
        String name() {
            return id.toString();
        }

        @Override
        public String toString() {
            return "Outgoing[" + id + ", " + event + "]";
        }
    }

    void add(ExchangedMatter to, ExchangeEvent event, int turn, ExchangeMessage message, Instant now) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into exchange.outgoing (id, partner, matter, event, turn, made_at, body)
                        values (:id, :partner, :matter, :event, :turn, :now, :body)
                        on conflict (matter, event, turn) do nothing
                        """)
                .param("id", id)
                .param("partner", to.partner())
                .param("matter", to.id())
                .param("event", event.name())
                .param("turn", turn)
                .param("now", Timestamp.from(now))
                .param("body", vault.hide(id, BODY, json.writeValueAsString(message)))
                .update();
    }

    /** Partners for whom something waits. */
    List<String> partners() {
        return jdbc.sql("select distinct partner from exchange.outgoing where state = 'NEW' order by partner")
                .query(String.class)
                .list();
    }

    /** What waits for a partner, the earliest first. */
    List<Outgoing> waiting(String partner, int most) {
        return jdbc.sql("""
                        select * from exchange.outgoing where partner = :partner and state = 'NEW' and body is not null
                        order by id limit :most
                        """)
                .param("partner", partner)
                .param("most", most)
                .query((rs, _) -> outgoing(rs))
                .list();
    }

    void sent(UUID id, Instant now, boolean byTable) {
        jdbc.sql("""
                        update exchange.outgoing set state = 'SENT', sent_at = :now, by_table = :table, last_error = ''
                        where id = :id and state = 'NEW'
                        """)
                .param("now", Timestamp.from(now))
                .param("table", byTable)
                .param("id", id)
                .update();
    }

    /** The partner will not have this one, however often it is sent. */
    void refused(UUID id, String error) {
        jdbc.sql("update exchange.outgoing set state = 'REFUSED', last_error = :error where id = :id and state = 'NEW'")
                .param("error", error)
                .param("id", id)
                .update();
    }

    /** @param to NEW: it is sent again; DROPPED: it is not. @return whether it was among the refused */
    boolean decided(UUID id, String to) {
        return jdbc.sql("update exchange.outgoing set state = :to where id = :id and state = 'REFUSED'")
                        .param("to", to)
                        .param("id", id)
                        .update()
                == 1;
    }

    /** @return how many of these waited */
    int sentByTable(String partner, Collection<UUID> ids, Instant now) {
        return jdbc.sql("""
                        update exchange.outgoing set state = 'SENT', sent_at = :now, by_table = true
                        where partner = :partner and id = any(:ids) and state = 'NEW'
                        """)
                .param("now", Timestamp.from(now))
                .param("partner", partner)
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    /** A line of the list of what has not gone. */
    record Unsent(
            Outgoing message, String sourceId, @Nullable String number) {}

    /** What has not gone: refused first, then what waits longest. */
    Page<Unsent> unsent(String reader, @Nullable After after, int limit) {
        String rows =
                "select o.id, o.partner, o.matter, o.event, o.turn as times, o.made_at, null::bytea as body, o.state,"
                        + " o.last_error, o.sent_at, m.source_id, m.number,"
                        + " case o.state when 'REFUSED' then 0 else 1 end as rank, " + Keyset.earliest("o.made_at")
                        + " as turn"
                        + " from exchange.outgoing o join exchange.matter m on m.id = o.matter where o.state in ('NEW', 'REFUSED')"
                        + " and " + ConflictOfInterest.appeal("m.number");
        return Keyset.page(
                jdbc,
                rows,
                Map.of("reader", reader),
                after,
                limit,
                (rs, _) -> new Unsent(outgoing(rs, "times"), rs.getString("source_id"), rs.getString("number")));
    }

    Optional<Outgoing> find(UUID id) {
        return jdbc.sql("select * from exchange.outgoing where id = :id")
                .param("id", id)
                .query((rs, _) -> outgoing(rs))
                .optional();
    }

    private Outgoing outgoing(ResultSet rs) throws SQLException {
        return outgoing(rs, "turn");
    }

    private Outgoing outgoing(ResultSet rs, String turn) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        byte[] body = rs.getBytes("body");
        return new Outgoing(
                id,
                rs.getString("partner"),
                rs.getObject("matter", UUID.class),
                ExchangeEvent.valueOf(rs.getString("event")),
                rs.getInt(turn),
                Instants.of(rs, "made_at"),
                body == null ? "" : vault.unhide(id, BODY, body),
                rs.getString("state"),
                rs.getString("last_error"),
                Instants.orNull(rs, "sent_at"));
    }
}
