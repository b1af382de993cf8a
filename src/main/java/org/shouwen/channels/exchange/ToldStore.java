package org.shouwen.channels.exchange;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
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

/** What partners told of matters; their words are encrypted. */
@Repository
class ToldStore {
    static final String WORDS = "exchange-told";
    private final JdbcClient jdbc;
    private final Vault vault;

    ToldStore(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    /** @return whether it was new */
    boolean add(
            ExchangedMatter matter,
            ExchangeEvent event,
            int turn,
            @Nullable Instant toldAt,
            Instant now,
            @Nullable Boolean satisfied,
            String words,
            boolean waits) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return jdbc.sql("""
                        insert into exchange.told (id, matter, event, turn, told_at, received_at, satisfied, words, state)
                        values (:id, :matter, :event, :turn, :told, :now, :satisfied, :words, :state)
                        on conflict (matter, event, turn) do nothing
                        """)
                        .param("id", id)
                        .param("matter", matter.id())
                        .param("event", event.name())
                        .param("turn", turn)
                        .param("told", Instants.timestamp(toldAt))
                        .param("now", Timestamp.from(now))
                        .param("satisfied", satisfied, Types.BOOLEAN)
                        .param("words", vault.hide(id, WORDS, words))
                        .param("state", waits ? "WAITING" : "NOTED")
                        .update()
                == 1;
    }

    /**
     * What waits for a dispatcher.
     *
     * @param number of the appeal and the order
     * @param handover of the petition office; null for none
     */
    record Waiting(
            UUID id,
            UUID matter,
            String partner,
            ExchangedMatter.Direction direction,
            String sourceId,
            @Nullable String number,
            @Nullable String handover,
            ExchangeEvent event,
            @Nullable Instant toldAt,
            Instant receivedAt,
            String words) {
        @Override
        public String toString() {
            return "Waiting[" + id + "]";
        }
    }

    private static final String ROWS = "select t.id, t.matter, t.event, t.told_at, t.received_at, t.words, m.partner,"
            + " m.direction, m.source_id, m.number, m.handover, 0 as rank, " + Keyset.earliest("t.received_at")
            + " as turn"
            + " from exchange.told t join exchange.matter m on m.id = t.matter where t.state = 'WAITING' and "
            + ConflictOfInterest.appeal("m.number");

    Page<Waiting> waiting(String reader, @Nullable After after, int limit) {
        return Keyset.page(jdbc, ROWS, Map.of("reader", reader), after, limit, (rs, _) -> waiting(rs));
    }

    Optional<Waiting> find(UUID id, String reader) {
        return jdbc.sql(ROWS + " and t.id = :id")
                .param("reader", reader)
                .param("id", id)
                .query((rs, _) -> waiting(rs))
                .optional();
    }

    long count(String reader) {
        return jdbc.sql("select count(*) from (" + ROWS + ") w")
                .param("reader", reader)
                .query(Long.class)
                .single();
    }

    /** @return whether it waited */
    boolean settled(UUID id, String by, Instant now) {
        return jdbc.sql("""
                        update exchange.told set state = 'SETTLED', settled_at = :now, settled_by = :by
                        where id = :id and state = 'WAITING'
                        """)
                        .param("now", Timestamp.from(now))
                        .param("by", by)
                        .param("id", id)
                        .update()
                == 1;
    }

    private Waiting waiting(ResultSet rs) throws SQLException {
        UUID id = rs.getObject("id", UUID.class);
        byte[] words = rs.getBytes("words");
        return new Waiting(
                id,
                rs.getObject("matter", UUID.class),
                rs.getString("partner"),
                ExchangedMatter.Direction.valueOf(rs.getString("direction")),
                rs.getString("source_id"),
                rs.getString("number"),
                rs.getString("handover"),
                ExchangeEvent.valueOf(rs.getString("event")),
                Instants.orNull(rs, "told_at"),
                Instants.of(rs, "received_at"),
                words == null ? "" : vault.unhide(id, WORDS, words));
    }
}
