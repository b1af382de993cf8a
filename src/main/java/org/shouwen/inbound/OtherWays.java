package org.shouwen.inbound;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Messages by what their source calls them: those that came before, and rejects that have come in another way. */
@Repository
class OtherWays {
    private final JdbcClient jdbc;

    OtherWays(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Received> under(String source, String event, byte[] digest) {
        return jdbc.sql("select * from inbound.received where source = :source and event = :event and digest = :digest")
                .param("source", source)
                .param("event", event)
                .param("digest", digest)
                .query((rs, _) -> InboundStore.row(rs))
                .optional();
    }

    /** @return those of these that lay among the rejects */
    List<UUID> settled(String source, String event, Collection<byte[]> digests, String why, Instant now) {
        return jdbc.sql("""
                        update inbound.received set state = 'SETTLED', settled = :why, done_at = :now
                        where source = :source and event = :event and digest = any(:digests) and state = 'REJECTED'
                        returning id
                        """)
                .param("why", why)
                .param("now", Timestamp.from(now))
                .param("source", source)
                .param("event", event)
                .param("digests", digests.toArray(byte[][]::new))
                .query(UUID.class)
                .list();
    }
}
