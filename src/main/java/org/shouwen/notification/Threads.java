package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.shouwen.jdbc.Turns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Which appeals were told of at which address, so that an answer from there finds its appeal. */
@Service
public class Threads {
    private static final int MOST = 99;

    private final JdbcClient jdbc;
    private final AddressKeys keys;

    Threads(JdbcClient jdbc, AddressKeys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /**
     * Something about an appeal is told at an address.
     *
     * @return 1 to 99, the appeal's own among those of this address: the digits behind our number from which it is sent. After
     *     the 99th the one that was told of longest ago gives its place
     */
    @Transactional
    public int told(Address address, String number, Instant at) {
        byte[] key = keys.of(address);
        Turns.await(jdbc, 8890, HexFormat.of().formatHex(key));
        Optional<Integer> there = jdbc.sql("""
                        update messages.thread set told_at = :at where address = :key and number = :number
                        returning ordinal
                        """)
                .param("key", key)
                .param("number", number)
                .param("at", Timestamp.from(at))
                .query(Integer.class)
                .optional();
        if (there.isPresent()) return there.get();
        int next = jdbc.sql("select coalesce(max(ordinal), 0) + 1 from messages.thread where address = :key")
                .param("key", key)
                .query(Integer.class)
                .single();
        int ordinal = next <= MOST ? next : oldest(key);
        jdbc.sql("""
                        insert into messages.thread (address, ordinal, number, told_at) values (:key, :ordinal, :number, :at)
                        on conflict (address, ordinal) do update set number = excluded.number, told_at = excluded.told_at
                        """)
                .param("key", key)
                .param("ordinal", ordinal)
                .param("number", number)
                .param("at", Timestamp.from(at))
                .update();
        return ordinal;
    }

    private int oldest(byte[] key) {
        return jdbc.sql("select ordinal from messages.thread where address = :key order by told_at, ordinal limit 1")
                .param("key", key)
                .query(Integer.class)
                .single();
    }

    /** The appeal that has these digits at this address. */
    public Optional<String> numbered(Address address, int ordinal) {
        return jdbc.sql("select number from messages.thread where address = :key and ordinal = :ordinal")
                .param("key", keys.of(address))
                .param("ordinal", ordinal)
                .query(String.class)
                .optional();
    }

    /** Appeals told of at this address since a moment, the latest first, at most 20. */
    public List<String> since(Address address, Instant moment) {
        return jdbc.sql("""
                        select number from messages.thread where address = :key and told_at >= :moment
                        order by told_at desc limit 20
                        """)
                .param("key", keys.of(address))
                .param("moment", Timestamp.from(moment))
                .query(String.class)
                .list();
    }

    /** The person of an appeal is forgotten. */
    @Transactional
    public void forget(String number) {
        jdbc.sql("delete from messages.thread where number = :number")
                .param("number", number)
                .update();
    }
}
