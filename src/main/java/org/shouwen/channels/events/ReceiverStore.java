package org.shouwen.channels.events;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.history.FeedPlaces;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Receivers, and up to where the journal is settled. */
@Repository
class ReceiverStore {
    private static final String ALL = "select * from events.receiver where removed_at is null ";
    private final JdbcClient jdbc;
    private final FeedPlaces feed;

    ReceiverStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
        this.feed = new FeedPlaces(jdbc, "events.feed");
    }

    /** How far the journal is settled. */
    FeedPlaces feed() {
        return feed;
    }

    List<Receiver> all() {
        return jdbc.sql(ALL + "order by name").query((rs, _) -> receiver(rs)).list();
    }

    Optional<Receiver> find(UUID id) {
        return jdbc.sql(ALL + "and id = :id")
                .param("id", id)
                .query((rs, _) -> receiver(rs))
                .optional();
    }

    boolean named(String name) {
        return jdbc.sql("select exists (select from events.receiver where name = :name)")
                .param("name", name)
                .query(Boolean.class)
                .single();
    }

    void add(Receiver r, long from) {
        jdbc.sql("""
                        insert into events.receiver (id, name, address, types, batch, paused, secret, added_at)
                        values (:id, :name, :address, :types, :batch, :paused, :secret, :at)
                        """)
                .param("id", r.id())
                .param("name", r.name())
                .param("address", r.address())
                .param("types", r.types().toArray(String[]::new))
                .param("batch", r.batch())
                .param("paused", r.paused())
                .param("secret", r.secret())
                .param("at", Timestamp.from(r.addedAt()))
                .update();
        jdbc.sql("insert into events.cursor (receiver, at_id) values (:id, :from)")
                .param("id", r.id())
                .param("from", from)
                .update();
    }

    void pause(UUID id, boolean paused) {
        jdbc.sql("update events.receiver set paused = :paused where id = :id")
                .param("paused", paused)
                .param("id", id)
                .update();
    }

    void remove(UUID id, Instant now) {
        jdbc.sql("update events.receiver set removed_at = :now, name = name || ' ' || id where id = :id")
                .param("now", Timestamp.from(now))
                .param("id", id)
                .update();
    }

    void renewSecret(UUID id) {
        jdbc.sql("update events.receiver set secret = secret + 1 where id = :id")
                .param("id", id)
                .update();
    }

    private static Receiver receiver(ResultSet rs) throws SQLException {
        return new Receiver(
                rs.getObject("id", UUID.class),
                rs.getString("name"),
                rs.getString("address"),
                Arrays.asList((String[]) rs.getArray("types").getArray()),
                rs.getInt("batch"),
                rs.getBoolean("paused"),
                rs.getInt("secret"),
                Instants.of(rs, "added_at"));
    }
}
