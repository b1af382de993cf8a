package org.shouwen.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.CallingNumber;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Stale;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The list of who is to be called back, and what people do about it; it follows the calls ({@link MissedCallFollow}). */
@Service
@Transactional
public class MissedCalls {
    /** Kind of the subject in the journal. */
    static final String KIND = "missed_call";

    static final String CALLER = "missed-call";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    MissedCalls(JdbcClient jdbc, Vault vault, History history, JsonMapper json, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** A task that is open. */
    record Open(UUID id, Instant first, Instant last, int times) {}

    void end(Open open, Instant at, MissedCall.How how, String reason, Actor by) {
        jdbc.sql("""
                        update desk.missed_call set ended = :at, how = :how, reason = :reason, version = version + 1
                        where id = :id
                        """)
                .param("at", Instants.timestamp(at))
                .param("how", how.name())
                .param("reason", reason)
                .param("id", open.id())
                .update();
        Map<String, Object> said = new LinkedHashMap<>();
        said.put("firstMissed", open.first().toString());
        said.put("ended", at.toString());
        said.put("times", open.times());
        said.put("how", how.name());
        said.put("reason", reason);
        history.append(
                new Subject(KIND, open.id()),
                Instants.now(clock),
                by,
                "MissedCallEnded",
                json.writeValueAsString(said));
    }

    /** Journals that somebody is to be called back. */
    void begun(UUID id, Instant first) {
        history.append(
                new Subject(KIND, id),
                Instants.now(clock),
                Actor.SYSTEM,
                "MissedCallBegun",
                json.writeValueAsString(Map.of("firstMissed", first.toString())));
    }

    /** Whom to call, who has waited longest first. */
    @Transactional(readOnly = true)
    public Page<MissedCall> waiting(@Nullable After after, int limit) {
        String rows = "select *, 0 as rank, " + Keyset.earliest("first_missed")
                + " as turn from desk.missed_call where ended is null";
        return Keyset.page(jdbc, rows, Map.of(), after, limit, (rs, _) -> read(rs));
    }

    /** @throws NotFound when it has ended */
    @Transactional(readOnly = true)
    public MissedCall get(UUID id) {
        return jdbc.sql("select * from desk.missed_call where id = :id and ended is null")
                .param("id", id)
                .query((rs, _) -> read(rs))
                .optional()
                .orElseThrow(() -> new NotFound("missed call", id.toString()));
    }

    /** The number, for the exchange that dials it. */
    String number(UUID id) {
        get(id);
        byte[] hidden = jdbc.sql("select caller from desk.missed_call where id = :id")
                .param("id", id)
                .query(byte[].class)
                .single();
        return vault.unhide(id, CALLER, Objects.requireNonNull(hidden));
    }

    /** @throws Stale when a colleague was first */
    public void takeOn(UUID id, CurrentUser by) {
        get(id);
        int taken = jdbc.sql("""
                        update desk.missed_call set account = :by, version = version + 1
                        where id = :id and ended is null and (account is null or account = :by)
                        """).param("by", by.account()).param("id", id).update();
        if (taken == 0) throw new Stale("missed call", 0, 0);
    }

    /** Called back and not reached. */
    public void tried(UUID id, CurrentUser by) {
        get(id);
        jdbc.sql("""
                        update desk.missed_call set attempts = attempts + 1, last_attempt = :now, account = :by,
                            version = version + 1
                        where id = :id and ended is null
                        """)
                .param("now", Instants.timestamp(Instants.now(clock)))
                .param("by", by.account())
                .param("id", id)
                .update();
    }

    /** A person decides that nobody calls; a later call of theirs opens a task of its own. */
    public void leave(UUID id, @Nullable String why, CurrentUser by) {
        String reason = Text.required("reason", why, 200);
        get(id);
        Open open = jdbc.sql("select * from desk.missed_call where id = :id")
                .param("id", id)
                .query((rs, _) -> new Open(
                        id, Instants.of(rs, "first_missed"), Instants.of(rs, "last_missed"), rs.getInt("times")))
                .single();
        end(open, Instants.now(clock), MissedCall.How.LEFT, reason, by.actor());
    }

    private MissedCall read(java.sql.ResultSet rs) throws java.sql.SQLException {
        UUID id = rs.getObject("id", UUID.class);
        Phone phone = CallingNumber.of(vault.unhide(id, CALLER, rs.getBytes("caller")))
                .phone();
        return new MissedCall(
                id,
                phone == null ? "" : phone.masked(),
                Instants.of(rs, "first_missed"),
                Instants.of(rs, "last_missed"),
                rs.getInt("times"),
                rs.getInt("attempts"),
                Instants.orNull(rs, "last_attempt"),
                rs.getObject("account", UUID.class),
                rs.getLong("version"));
    }
}
