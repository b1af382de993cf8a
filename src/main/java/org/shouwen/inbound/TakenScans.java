package org.shouwen.inbound;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Scanned letters of which an appeal was made and whose picture is still to become its paper. */
@Service
public class TakenScans {
    private final JdbcClient jdbc;
    private final Scans scans;

    TakenScans(JdbcClient jdbc, Scans scans) {
        this.jdbc = jdbc;
        this.scans = scans;
    }

    /** An appeal was made of it; what the picture shows is not yet a paper of that appeal. */
    public void taken(UUID id, String number) {
        jdbc.sql("update inbound.scan set number = :number where id = :id and done_at is null")
                .param("number", number)
                .param("id", id)
                .update();
    }

    /** A scan of which an appeal was made, and the appeal's number. */
    public record Taken(Scans.Scan scan, String number) {}

    /** Those whose picture is still to become a paper, longest waiting first. */
    public List<UUID> owed(int most) {
        return jdbc.sql("""
            select id from inbound.scan where done_at is null and number is not null
            order by received_at, id limit :most
            """).param("most", most).query(UUID.class).list();
    }

    /** Held until the transaction ends; empty when its picture is a paper already, or somebody else holds it. */
    public Optional<Taken> hold(UUID id) {
        return jdbc.sql("""
            select * from inbound.scan where id = :id and done_at is null and number is not null
            for update skip locked
            """)
                .param("id", id)
                .query((rs, row) -> new Taken(scans.scan(rs, row), rs.getString("number")))
                .optional();
    }
}
