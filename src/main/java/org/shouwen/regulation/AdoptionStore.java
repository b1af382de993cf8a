package org.shouwen.regulation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the adoptions of editions. */
@Repository
class AdoptionStore {
    private final JdbcClient jdbc;

    AdoptionStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return whether it is new: the same text is asked for once */
    boolean insert(Adoption a, String text) {
        return jdbc.sql("""
                        insert into regulation.adoption (id, edition, text, asked_by, asker, asked_at)
                        values (:id, :edition, :text, :by, :asker, :at) on conflict do nothing
                        """)
                        .param("id", a.id())
                        .param("edition", a.edition())
                        .param("text", text)
                        .param("by", a.askedBy())
                        .param("asker", a.asker())
                        .param("at", Timestamp.from(a.askedAt()))
                        .update()
                == 1;
    }

    void decide(Adoption a) {
        jdbc.sql("""
                        update regulation.adoption
                        set decided_by = :by, decider = :decider, decided_at = :at, adopted = :adopted where id = :id
                        """)
                .param("id", a.id())
                .param("by", a.decidedBy())
                .param("decider", a.decider())
                .param("at", Instants.timestamp(a.decidedAt()))
                .param("adopted", a.adopted())
                .update();
    }

    Optional<Adoption> lock(UUID id) {
        return jdbc.sql("select * from regulation.adoption where id = :id for update")
                .param("id", id)
                .query(AdoptionStore::adoption)
                .optional();
    }

    List<Adoption> all() {
        return jdbc.sql("select * from regulation.adoption order by id")
                .query(AdoptionStore::adoption)
                .list();
    }

    List<String> textsInForce() {
        return jdbc.sql("select text from regulation.adoption where adopted order by id")
                .query(String.class)
                .list();
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The digest is that of the text as it stands there: one that was changed is not what was adopted. */
    private static Adoption adoption(ResultSet rs, int row) throws SQLException {
        return new Adoption(
                rs.getObject("id", UUID.class),
                rs.getString("edition"),
                sha256(rs.getString("text")),
                rs.getObject("asked_by", UUID.class),
                rs.getString("asker"),
                rs.getTimestamp("asked_at").toInstant(),
                rs.getObject("decided_by", UUID.class),
                rs.getString("decider"),
                Instants.orNull(rs, "decided_at"),
                rs.getObject("adopted", Boolean.class));
    }
}
