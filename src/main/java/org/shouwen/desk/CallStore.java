package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.CallingNumber;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.jdbc.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Events and the calls they make; whatever holds a number is hidden by the vault. */
@Component
class CallStore {
    static final String EVENT = "call-event";
    static final String CALLER = "caller";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final JsonMapper json;

    CallStore(JdbcClient jdbc, Vault vault, JsonMapper json) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.json = json;
    }

    /** A call's row. */
    record Row(UUID id, String journalled) {}

    /** One who writes the same call at this moment is waited for; ask in the order of names. */
    void lock(String source, String call) {
        Turns.await(jdbc, 1610, source + "/" + call);
    }

    /** @return whether it is new */
    boolean add(CallEvent e, Instant arrived) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        return jdbc.sql("""
                        insert into desk.call_event (id, source, event, kind, call, agent, at, arrived, skew_seconds, body)
                        values (:id, :source, :event, :kind, :call, :agent, :at, :arrived, :skew, :body)
                        on conflict (source, event, kind) do nothing
                        """)
                        .param("id", id)
                        .param("source", e.source())
                        .param("event", e.id())
                        .param("kind", e.kind().name())
                        .param("call", e.call())
                        .param("agent", e.agent())
                        .param("at", Instants.timestamp(e.at()))
                        .param("arrived", Instants.timestamp(arrived))
                        .param("skew", e.skew().toSeconds())
                        .param("body", vault.hide(id, EVENT, json.writeValueAsString(e)))
                        .update()
                == 1;
    }

    List<CallEvent> events(String source, String call) {
        return jdbc.sql("select id, body from desk.call_event where source = :source and call = :call")
                .param("source", source)
                .param("call", call)
                .query((rs, _) -> json.readValue(
                        vault.unhide(rs.getObject("id", UUID.class), EVENT, rs.getBytes("body")), CallEvent.class))
                .list();
    }

    Optional<Row> row(String source, String ref) {
        return jdbc.sql("select id, journalled from desk.call where source = :source and ref = :ref")
                .param("source", source)
                .param("ref", ref)
                .query((rs, _) -> new Row(rs.getObject("id", UUID.class), rs.getString("journalled")))
                .optional();
    }

    /**
     * @param account whose telephone it was; null when nobody's here
     * @return the key of the number; null when it has none that can be read
     */
    @Nullable
    String put(UUID id, Call c, CallingNumber number, @Nullable UUID account, String journalled) {
        String caller = number.phone() == null ? number.raw() : number.phone().shown();
        Map<String, @Nullable Object> row = new HashMap<>();
        row.put("id", id);
        row.put("source", c.source());
        row.put("ref", c.ref());
        row.put("outgoing", c.outgoing());
        row.put("urgent", c.urgent());
        row.put("caller", caller.isEmpty() ? null : vault.hide(id, CALLER, caller));
        String key = number.phone() == null ? null : vault.phoneKey(number.phone());
        row.put("key", key);
        row.put("called", c.called());
        row.put("queue", c.queue());
        row.put("began", Instants.timestamp(c.began()));
        row.put("answered", Instants.timestamp(c.answered()));
        row.put("ended", Instants.timestamp(c.ended()));
        row.put("outcome", c.outcome().name());
        row.put("waited", c.waitedMs());
        row.put("rang", c.rangMs());
        row.put("talked", c.talkedMs());
        row.put("agent", c.agent());
        row.put("account", account);
        row.put("noAnswers", c.noAnswers());
        row.put("side", c.side());
        row.put("cause", c.cause());
        row.put("recording", c.recording());
        row.put("sha256", c.sha256());
        row.put("joined", c.joined());
        row.put("rating", c.rating());
        row.put("dial", c.dial());
        row.put("journalled", journalled);
        jdbc.sql("""
                        insert into desk.call as c (id, source, ref, outgoing, urgent, caller, caller_key, called, queue, began,
                            answered, ended, outcome, waited_ms, rang_ms, talked_ms, agent, account, no_answers, side, cause,
                            recording, recording_sha256, joined, rating, dial, journalled)
                        values (:id, :source, :ref, :outgoing, :urgent, :caller, :key, :called, :queue, :began, :answered,
                            :ended, :outcome, :waited, :rang, :talked, :agent, :account, :noAnswers, :side, :cause, :recording,
                            :sha256, :joined, :rating, :dial, :journalled)
                        on conflict (id) do update set (outgoing, urgent, caller, caller_key, called, queue, began, answered,
                            ended, outcome, waited_ms, rang_ms, talked_ms, agent, account, no_answers, side, cause, recording,
                            recording_sha256, joined, rating, dial, journalled, version) = (excluded.outgoing, excluded.urgent,
                            excluded.caller, excluded.caller_key, excluded.called, excluded.queue, excluded.began,
                            excluded.answered, excluded.ended, excluded.outcome, excluded.waited_ms, excluded.rang_ms,
                            excluded.talked_ms, excluded.agent, excluded.account, excluded.no_answers, excluded.side,
                            excluded.cause, excluded.recording, excluded.recording_sha256, excluded.joined, excluded.rating,
                            excluded.dial, excluded.journalled, c.version + 1)
                        """).params(row).update();
        return key;
    }

    /** How the source's clock stood. */
    void told(String source, Instant at, Duration skew) {
        jdbc.sql("""
                        insert into desk.call_source as s (source, told, skew_seconds) values (:source, :at, :skew)
                        on conflict (source) do update set told = greatest(s.told, excluded.told), skew_seconds = excluded.skew_seconds
                        """)
                .param("source", source)
                .param("at", Instants.timestamp(at))
                .param("skew", skew.toSeconds())
                .update();
    }

    Optional<Instant> lastTold(String source) {
        return jdbc.sql("select told from desk.call_source where source = :source")
                .param("source", source)
                .query((rs, _) -> Instants.of(rs, "told"))
                .optional();
    }

    /** The number, for the one place where it is needed; empty when it was withheld. */
    String caller(ResultSet rs) throws SQLException {
        byte[] hidden = rs.getBytes("caller");
        return hidden == null ? "" : vault.unhide(rs.getObject("id", UUID.class), CALLER, hidden);
    }
}
