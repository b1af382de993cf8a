package org.shouwen.inbound;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What ties messages to each other: parts of a long one, and what an answer needs to go into the same thread. */
@Repository
class InboundThreadStore {
    private final JdbcClient jdbc;

    InboundThreadStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void reference(UUID id, byte[] hidden) {
        jdbc.sql("update inbound.received set reference = :hidden where id = :id")
                .param("hidden", hidden)
                .param("id", id)
                .update();
    }

    record Reference(UUID id, byte[] hidden) {}

    /** Of the latest message of an appeal that has one. */
    Optional<Reference> reference(String number) {
        return jdbc.sql("""
                        select id, reference from inbound.received where number = :number and reference is not null
                        order by received_at desc limit 1
                        """)
                .param("number", number)
                .query((rs, _) -> new Reference(rs.getObject("id", UUID.class), rs.getBytes("reference")))
                .optional();
    }

    /** Notes that a message is a part of another; it waits until then for the rest. */
    void part(UUID id, byte[] of, int index, Instant until) {
        jdbc.sql("update inbound.received set part_of = :of, part_index = :index, next_try = :until where id = :id")
                .param("of", of)
                .param("index", index)
                .param("until", Timestamp.from(until))
                .param("id", id)
                .update();
    }

    /** The parts of a message that wait, each index once, in their order. */
    List<Received> parts(byte[] of) {
        return jdbc.sql("""
                        select distinct on (part_index) * from inbound.received where part_of = :of and state = 'NEW'
                        order by part_index, received_at
                        """)
                .param("of", of)
                .query((rs, _) -> InboundStore.row(rs))
                .list();
    }
}
