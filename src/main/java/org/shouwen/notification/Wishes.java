package org.shouwen.notification;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.shouwen.jdbc.Instants;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** How appellants wish to be told; the outbox follows it. */
@Service
public class Wishes {
    private final JdbcClient jdbc;
    private final InstantSource clock;

    Wishes(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Keeps wishes with what they belong to; the last one counts. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void keep(Map<UUID, Wish> wishes) {
        wishes.forEach((appellant, wish) -> jdbc.sql("""
                        insert into messages.wish (appellant, way, said) values (:appellant, :way, :now)
                        on conflict (appellant) do update set way = excluded.way, said = excluded.said
                        """)
                .param("appellant", appellant)
                .param("way", wish.name())
                .param("now", Instants.timestamp(Instants.now(clock)))
                .update());
    }

    @Transactional(readOnly = true)
    public Optional<Wish> of(UUID appellant) {
        return jdbc.sql("select way from messages.wish where appellant = :appellant")
                .param("appellant", appellant)
                .query(String.class)
                .optional()
                .map(Wish::valueOf);
    }

    void forget(UUID appellant) {
        jdbc.sql("delete from messages.wish where appellant = :appellant")
                .param("appellant", appellant)
                .update();
    }
}
