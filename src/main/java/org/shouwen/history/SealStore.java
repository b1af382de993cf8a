package org.shouwen.history;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Seals of stretches of the journal, and the stretches that they seal. */
@Repository
class SealStore {
    record Stretch(long entries, byte[] digest) {}

    private final JdbcClient jdbc;
    private final JdbcTemplate streaming;

    SealStore(JdbcClient jdbc, javax.sql.DataSource dataSource) {
        this.jdbc = jdbc;
        this.streaming = new JdbcTemplate(dataSource);
        this.streaming.setFetchSize(5000);
    }

    /** The highest id below which no entry can appear any more: waits a moment until nobody is writing. */
    long settledThrough() {
        jdbc.sql("select history.hold()").query((_, _) -> 0).single(); // the application may not lock it by itself
        return jdbc.sql("select coalesce(max(id), 0) from history.entry where id >= :from")
                .param("from", last().through())
                .query(Long.class)
                .single();
    }

    Sealing.Sealed last() {
        return jdbc.sql("select no, through, entries, digest, seal from history.seal order by no desc limit 1")
                .query((rs, _) -> sealed(rs))
                .optional()
                .orElse(new Sealing.Sealed(0, 0, 0, new byte[0], new byte[0]));
    }

    List<Sealing.Sealed> all() {
        return jdbc.sql("select no, through, entries, digest, seal from history.seal order by no")
                .query((rs, _) -> sealed(rs))
                .list();
    }

    private static Sealing.Sealed sealed(java.sql.ResultSet rs) throws java.sql.SQLException {
        return new Sealing.Sealed(
                rs.getLong("no"),
                rs.getLong("through"),
                rs.getLong("entries"),
                rs.getBytes("digest"),
                rs.getBytes("seal"));
    }

    /** Entries with {@code after < id <= through}, and a digest over what identifies and seals each. */
    Stretch stretch(long after, long through) {
        MessageDigest sha256 = sha256();
        long[] entries = {0};
        streaming.query(
                "select id, subject_id, seq, seal from history.entry where id > ? and id <= ? order by id",
                rs -> {
                    UUID subject = rs.getObject("subject_id", UUID.class);
                    sha256.update(ByteBuffer.allocate(32)
                            .putLong(rs.getLong("id"))
                            .putLong(subject.getMostSignificantBits())
                            .putLong(subject.getLeastSignificantBits())
                            .putLong(rs.getLong("seq"))
                            .flip());
                    sha256.update(rs.getBytes("seal"));
                    entries[0]++;
                },
                after,
                through);
        return new Stretch(entries[0], sha256.digest());
    }

    void insert(Sealing.Sealed s, Instant at) {
        jdbc.sql("""
                        insert into history.seal (no, through, entries, digest, seal, at)
                        values (:no, :through, :entries, :digest, :seal, :at)
                        """)
                .param("no", s.no())
                .param("through", s.through())
                .param("entries", s.entries())
                .param("digest", s.digest())
                .param("seal", s.seal())
                .param("at", Timestamp.from(at))
                .update();
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
