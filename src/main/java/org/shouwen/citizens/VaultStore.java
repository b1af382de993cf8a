package org.shouwen.citizens;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class VaultStore {
    @SuppressWarnings("ArrayRecordComponent") // ciphertext on its way; never compared
    record Row(
            UUID id,
            byte @Nullable [] name,
            byte @Nullable [] phone,
            byte @Nullable [] address,
            byte @Nullable [] ip,
            byte @Nullable [] phoneHash) {}

    private final JdbcTemplate template;
    private final JdbcClient jdbc;

    VaultStore(JdbcTemplate template, JdbcClient jdbc) {
        this.template = template;
        this.jdbc = jdbc;
    }

    void insert(List<Row> rows) {
        template.batchUpdate(
                "insert into citizens.appellant (id, name, phone, address, ip, phone_hash) values (?, ?, ?, ?, ?, ?)",
                rows,
                rows.size(),
                (ps, row) -> {
                    ps.setObject(1, row.id());
                    ps.setBytes(2, row.name());
                    ps.setBytes(3, row.phone());
                    ps.setBytes(4, row.address());
                    ps.setBytes(5, row.ip());
                    ps.setBytes(6, row.phoneHash());
                });
    }

    List<Row> find(Collection<UUID> ids) {
        return jdbc.sql("""
                        select id, name, phone, address, ip, phone_hash from citizens.appellant where id = any(:ids)
                        """)
                .param("ids", ids.toArray(UUID[]::new))
                .query((rs, _) -> new Row(
                        rs.getObject("id", UUID.class),
                        rs.getBytes("name"),
                        rs.getBytes("phone"),
                        rs.getBytes("address"),
                        rs.getBytes("ip"),
                        rs.getBytes("phone_hash")))
                .list();
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
}
