package org.shouwen.nuisance;

import java.sql.Date;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.shouwen.history.Chained;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rulings as whole documents beside the columns that they are found by; each is what the journal last wrote of it. */
@Repository
class RulingStore implements Chained {
    static final String KIND = "nuisance";
    private final JdbcClient jdbc;
    private final JsonMapper json;

    RulingStore(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    String write(Ruling r) {
        return json.writeValueAsString(r);
    }

    void put(Ruling r) {
        jdbc.sql("""
                        insert into nuisance.ruling (id, phone_key, state, until, body)
                        values (:id, :key, :state, :until, :body)
                        on conflict (id) do update set state = excluded.state, until = excluded.until, body = excluded.body
                        """)
                .param("id", r.id())
                .param("key", r.phoneKey())
                .param("state", r.state().name())
                .param("until", r.until() == null ? null : Date.valueOf(r.until()))
                .param("body", write(r))
                .update();
    }

    Optional<Ruling> lock(UUID id) {
        return jdbc.sql("select body from nuisance.ruling where id = :id for update")
                .param("id", id)
                .query((rs, _) -> read(rs.getString("body")))
                .optional();
    }

    Optional<Ruling> inForce(String phoneKey, LocalDate today) {
        return jdbc.sql("""
                        select body from nuisance.ruling
                        where phone_key = :key and state = 'IN_FORCE' and until >= :today
                        order by until desc limit 1
                        """)
                .param("key", phoneKey)
                .param("today", Date.valueOf(today))
                .query((rs, _) -> read(rs.getString("body")))
                .optional();
    }

    /** Numbers about which something is open or in force. */
    List<String> busyKeys() {
        return jdbc.sql("select phone_key from nuisance.ruling where state in ('PROPOSED', 'SECONDED', 'IN_FORCE')")
                .query(String.class)
                .list();
    }

    List<UUID> outOfTerm(LocalDate today) {
        return jdbc.sql("select id from nuisance.ruling where state = 'IN_FORCE' and until < :today")
                .param("today", Date.valueOf(today))
                .query(UUID.class)
                .list();
    }

    /** Open ones first, then those in force, then the newest of the rest. */
    List<Ruling> list(int limit) {
        return jdbc.sql("""
                        select body from nuisance.ruling
                        order by (state not in ('PROPOSED', 'SECONDED')), (state <> 'IN_FORCE'), id desc limit :limit
                        """)
                .param("limit", limit)
                .query((rs, _) -> read(rs.getString("body")))
                .list();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public Stream<Row> rows() {
        return jdbc
                .sql("select id, phone_key, state, until, body from nuisance.ruling order by id")
                .query((rs, _) -> {
                    Ruling r = read(rs.getString("body"));
                    Date until = rs.getDate("until");
                    boolean columns = r.phoneKey().equals(rs.getString("phone_key"))
                            && r.state().name().equals(rs.getString("state"))
                            && java.util.Objects.equals(r.until(), until == null ? null : until.toLocalDate());
                    return Row.asLastWritten(
                            rs.getObject("id", UUID.class), columns ? rs.getString("body") : "columns differ");
                })
                .list()
                .stream();
    }

    private Ruling read(String body) {
        return json.readValue(body, Ruling.class);
    }
}
