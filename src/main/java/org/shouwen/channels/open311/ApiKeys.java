package org.shouwen.channels.open311;

import com.github.f4b6a3.uuid.UuidCreator;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.blobs.Sha256;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** {@code api_key}: which programs may post. A key lets them do what anybody may on the portal, and nothing else. */
@Component
public class ApiKeys {
    private static final String MARK = "o311_";
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient jdbc;
    private final InstantSource clock;

    ApiKeys(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param perMinute how many requests may be posted with it in a minute */
    record Key(UUID id, String name, int perMinute) {}

    /**
     * One of the list.
     *
     * @param revokedAt null while it holds
     */
    public record Listed(
            UUID id,
            String name,
            String contact,
            int perMinute,
            Instant issuedAt,
            @Nullable Instant revokedAt) {}

    /** @return the key, shown this once */
    public String issue(String name, String contact, int perMinute) {
        byte[] random = new byte[24];
        RANDOM.nextBytes(random);
        String key = MARK + HexFormat.of().formatHex(random);
        jdbc.sql("""
                        insert into open311.api_key (id, name, contact, digest, per_minute, issued_at)
                        values (:id, :name, :contact, :digest, :perMinute, :now)
                        """)
                .param("id", UuidCreator.getTimeOrderedEpoch())
                .param("name", Text.required("name", name, 100))
                .param("contact", Text.optional("contact", contact, 200))
                .param("digest", digest(key))
                .param("perMinute", perMinute)
                .param("now", Timestamp.from(Instants.now(clock)))
                .update();
        return key;
    }

    public List<Listed> all() {
        return jdbc.sql("select * from open311.api_key order by issued_at, id")
                .query((rs, _) -> new Listed(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        rs.getString("contact"),
                        rs.getInt("per_minute"),
                        Instants.of(rs, "issued_at"),
                        Instants.orNull(rs, "revoked_at")))
                .list();
    }

    /** @return whether there was one of this name that held */
    public boolean revoke(String name) {
        return jdbc.sql("update open311.api_key set revoked_at = :now where name = :name and revoked_at is null")
                        .param("now", Timestamp.from(Instants.now(clock)))
                        .param("name", name)
                        .update()
                > 0;
    }

    Optional<Key> find(@Nullable String key) {
        if (key == null || !key.startsWith(MARK) || key.length() > 200) return Optional.empty();
        return jdbc.sql(
                        "select id, name, per_minute from open311.api_key where digest = :digest and revoked_at is null")
                .param("digest", digest(key))
                .query((rs, _) ->
                        new Key(rs.getObject("id", UUID.class), rs.getString("name"), rs.getInt("per_minute")))
                .optional();
    }

    private static byte[] digest(String key) {
        return Sha256.digest(key.getBytes(StandardCharsets.UTF_8));
    }
}
