package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.Sha256;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.Keyset;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * 退回的事件: what a telephone system sent and nobody could read, each with the reason, until a person has put it right or
 * set it aside. The same text is kept once, however often it is sent. It may hold a number, so it is hidden.
 */
@Component
@Transactional
public class CallRejects {
    static final String BODY = "call-reject";

    /** Characters; more is cut. */
    private static final int LONGEST = 65_536;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final InstantSource clock;

    CallRejects(JdbcClient jdbc, Vault vault, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.clock = clock;
    }

    /**
     * @param field that is wrong
     * @param reason message key
     * @param body as it was sent
     */
    public record Reject(UUID id, String source, String field, String reason, String body, Instant arrived) {
        /** Whether the reason's words stand without what was sent. */
        public boolean plain() {
            return !reason.equals("problems.field.unknown") && !reason.equals("problems.field.too-long");
        }
    }

    void keep(String source, String body, BadInput why) {
        String sent = body.length() <= LONGEST ? body : body.substring(0, LONGEST);
        UUID id = UuidCreator.getTimeOrderedEpoch();
        BadInput.Field field = why.fields().getFirst();
        jdbc.sql("""
                        insert into desk.call_reject (id, source, digest, body, field, reason, arrived)
                        values (:id, :source, :digest, :body, :field, :reason, :now) on conflict (source, digest) do nothing
                        """)
                .param("id", id)
                .param("source", source)
                .param("digest", digest(sent))
                .param("body", vault.hide(id, BODY, sent))
                .param("field", field.field())
                .param("reason", field.key())
                .param("now", Instants.timestamp(Instants.now(clock)))
                .update();
    }

    /** What is still to be put right, the earliest first. */
    @Transactional(readOnly = true)
    public Page<Reject> open(@Nullable After after, int limit) {
        String rows = "select *, 0 as rank, " + Keyset.earliest("arrived")
                + " as turn from desk.call_reject where settled is null";
        return Keyset.page(jdbc, rows, Map.of(), after, limit, (rs, _) -> reject(rs));
    }

    /** @throws NotFound when it was settled meanwhile */
    @Transactional(readOnly = true)
    public Reject get(UUID id) {
        return find(id).orElseThrow(() -> new NotFound("call event", id.toString()));
    }

    private Optional<Reject> find(UUID id) {
        return jdbc.sql("select * from desk.call_reject where id = :id and settled is null for update")
                .param("id", id)
                .query((rs, _) -> reject(rs))
                .optional();
    }

    /** @param taken put right and taken; else it is of no use */
    void settle(UUID id, boolean taken, String by) {
        jdbc.sql("update desk.call_reject set settled = :now, settled_by = :by, taken = :taken where id = :id")
                .param("now", Instants.timestamp(Instants.now(clock)))
                .param("by", by)
                .param("taken", taken)
                .param("id", id)
                .update();
    }

    private Reject reject(java.sql.ResultSet rs) throws java.sql.SQLException {
        UUID id = rs.getObject("id", UUID.class);
        return new Reject(
                id,
                rs.getString("source"),
                rs.getString("field"),
                rs.getString("reason"),
                vault.unhide(id, BODY, rs.getBytes("body")),
                Instants.of(rs, "arrived"));
    }

    private static String digest(String body) {
        return Sha256.of(body.getBytes(StandardCharsets.UTF_8));
    }
}
