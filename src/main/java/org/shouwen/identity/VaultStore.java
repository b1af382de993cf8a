package org.shouwen.identity;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of the vault: encrypted identities, found by the digest of a telephone number (Art. 21). */
@Repository
class VaultStore {
    @SuppressWarnings("ArrayRecordComponent") // ciphertext on its way; never compared
    record Row(
            UUID id,
            byte @Nullable [] name,
            byte @Nullable [] phone,
            byte @Nullable [] address,
            byte @Nullable [] ip,
            byte @Nullable [] channelAccount,
            byte @Nullable [] phoneHash) {}

    private static final String COLUMNS = "id, name, phone, address, ip, channel_account, phone_hash";

    static final String ALL = "select " + COLUMNS + " from citizens.appellant order by id";

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    VaultStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void insert(List<Row> rows) {
        template.batchUpdate(
                "insert into citizens.appellant (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?)",
                rows,
                rows.size(),
                (ps, row) -> {
                    ps.setObject(1, row.id());
                    ps.setBytes(2, row.name());
                    ps.setBytes(3, row.phone());
                    ps.setBytes(4, row.address());
                    ps.setBytes(5, row.ip());
                    ps.setBytes(6, row.channelAccount());
                    ps.setBytes(7, row.phoneHash());
                });
    }

    List<Row> find(Collection<UUID> ids) {
        // of one the database keeps its plan; of several it plans each time anew
        if (ids.size() == 1)
            return jdbc.sql("select " + COLUMNS + " from citizens.appellant where id = :id")
                    .param("id", ids.iterator().next())
                    .query(VaultStore::row)
                    .list();
        return jdbc.sql("select " + COLUMNS + " from citizens.appellant where id = any(:ids)")
                .param("ids", ids.toArray(UUID[]::new))
                .query(VaultStore::row)
                .list();
    }

    /** The next ones in the order of ids, held until the transaction ends. */
    List<Row> lockAfter(UUID after, int most) {
        return jdbc.sql("select " + COLUMNS + " from citizens.appellant"
                        + " where id > :after order by id limit :most for no key update")
                .param("after", after)
                .param("most", most)
                .query(VaultStore::row)
                .list();
    }

    void update(List<Row> rows) {
        template.batchUpdate("""
                update citizens.appellant
                set name = ?, phone = ?, address = ?, ip = ?, channel_account = ?, phone_hash = ? where id = ?
                """, rows, rows.size(), (ps, row) -> {
            ps.setBytes(1, row.name());
            ps.setBytes(2, row.phone());
            ps.setBytes(3, row.address());
            ps.setBytes(4, row.ip());
            ps.setBytes(5, row.channelAccount());
            ps.setBytes(6, row.phoneHash());
            ps.setObject(7, row.id());
        });
    }

    int forgetAddresses(Collection<UUID> ids) {
        return jdbc.sql("update citizens.appellant set ip = null where id = any(:ids) and ip is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .update();
    }

    Set<UUID> withNumber(Collection<UUID> ids) {
        return Set.copyOf(jdbc.sql("select id from citizens.appellant where id = any(:ids) and phone is not null")
                .param("ids", ids.toArray(UUID[]::new))
                .query(UUID.class)
                .list());
    }

    void forget(UUID id) {
        jdbc.sql("""
                        update citizens.appellant set name = null, phone = null, address = null, ip = null,
                            channel_account = null, phone_hash = null
                        where id = :id
                        """).param("id", id).update();
    }

    /** Whether all was encrypted anew since the key of this moment is written with. */
    boolean rotated(Instant since) {
        return jdbc.sql("select exists (select from citizens.rotation where since = :since)")
                .param("since", Timestamp.from(since))
                .query(Boolean.class)
                .single();
    }

    void noteRotated(Instant since, Instant at) {
        jdbc.sql("insert into citizens.rotation (since, done_at) values (:since, :at) on conflict do nothing")
                .param("since", Timestamp.from(since))
                .param("at", Timestamp.from(at))
                .update();
    }

    List<UUID> byPhone(byte[] hash, int most) {
        return jdbc.sql("""
                        select id from citizens.appellant where phone_hash = :hash order by id desc limit :most
                        """)
                .param("hash", hash)
                .param("most", most)
                .query(UUID.class)
                .list();
    }

    static Row row(ResultSet rs, int n) throws SQLException {
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getBytes("name"),
                rs.getBytes("phone"),
                rs.getBytes("address"),
                rs.getBytes("ip"),
                rs.getBytes("channel_account"),
                rs.getBytes("phone_hash"));
    }
}
