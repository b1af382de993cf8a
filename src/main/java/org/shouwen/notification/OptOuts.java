package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.InstantSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Addresses whose owners asked not to be sent messages any more (退订); what they must be told they are told otherwise. */
@Service
public class OptOuts {
    private final JdbcClient jdbc;
    private final AddressKeys keys;
    private final InstantSource clock;

    OptOuts(JdbcClient jdbc, AddressKeys keys, InstantSource clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    /** Keeps the wish; said twice, the first moment stays. */
    public void out(Address address) {
        jdbc.sql("insert into messages.opt_out (address, at) values (:address, :at) on conflict do nothing")
                .param("address", keys.of(address))
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }

    /** They want messages again. */
    public void in(Address address) {
        jdbc.sql("delete from messages.opt_out where address = :address")
                .param("address", keys.of(address))
                .update();
    }

    public boolean has(Address address) {
        return jdbc.sql("select exists (select from messages.opt_out where address = :address)")
                .param("address", keys.of(address))
                .query(Boolean.class)
                .single();
    }
}
