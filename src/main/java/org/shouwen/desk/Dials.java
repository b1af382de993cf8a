package org.shouwen.desk;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.identity.Phone;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.BadInput;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 点击拨号: the platform asks the exchange to connect an agent with a number that the agent need not see. What was dialled,
 * for what, and which call came of it stays on record.
 */
@Service
@Transactional
public class Dials {
    /** Why somebody is called; the subject is the id or number of what it is about. */
    public enum Purpose {
        /** 漏接回拨: of a missed call; subject its id. */
        MISSED,
        /** 回访 (Art. 14); subject the order's number. */
        CALLBACK,
        /** 电话督办 (Art. 16); subject the supervision's number. */
        SUPERVISION,
        /** 紧急电话交办 (Art. 17); subject the order's number. */
        URGENT,
        /** The appellant of an appeal; subject its number. */
        APPEAL,
        /** 三方通话: of a unit's expert, into a call that lasts; subject the unit's code. */
        EXPERT
    }

    static final String NUMBER = "dial";

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Lines lines;
    private final ObjectProvider<Dialler> dialler;
    private final InstantSource clock;

    Dials(JdbcClient jdbc, Vault vault, Lines lines, ObjectProvider<Dialler> dialler, InstantSource clock) {
        this.jdbc = jdbc;
        this.vault = vault;
        this.lines = lines;
        this.dialler = dialler;
        this.clock = clock;
    }

    /** Whether there is an exchange that dials. */
    public boolean there() {
        Dialler port = dialler.getIfAvailable();
        return port != null && port.there();
    }

    /**
     * Connects an agent with a number.
     *
     * @return the id that the call's events will carry
     * @throws BadInput when the agent sits at no telephone, or the exchange does not take it
     */
    public UUID dial(Phone number, Purpose purpose, String subject, CurrentUser by) {
        Dialler port = dialler.getIfAvailable();
        if (port == null || !port.there()) throw new BadInput("dial", "desk.bad.no-exchange");
        List<String> at = lines.of(by.account());
        if (at.isEmpty()) throw new BadInput("line", "desk.bad.no-line");
        UUID id = keep(number, purpose, subject, null, by);
        if (!port.dial(id, at.getFirst(), number.main())) throw new BadInput("dial", "desk.bad.no-exchange");
        return id;
    }

    /**
     * Has a unit's expert join a call that lasts.
     *
     * @param ref the exchange's own id of the call
     * @param who as the call will name them
     * @throws BadInput when the exchange does not take it
     */
    void join(UUID call, String ref, String unit, String who, Phone number, CurrentUser by) {
        Dialler port = dialler.getIfAvailable();
        if (port == null || !port.there()) throw new BadInput("dial", "desk.bad.no-exchange");
        UUID id = keep(number, Purpose.EXPERT, unit, call, by);
        if (!port.join(id, ref, who, number.main())) throw new BadInput("dial", "desk.bad.no-three-way");
    }

    private UUID keep(Phone number, Purpose purpose, String subject, @Nullable UUID call, CurrentUser by) {
        UUID id = UuidCreator.getTimeOrderedEpoch();
        jdbc.sql("""
                        insert into desk.dial (id, account, purpose, subject, number, number_key, asked, call)
                        values (:id, :account, :purpose, :subject, :number, :key, :now, :call)
                        """)
                .param("id", id)
                .param("call", call)
                .param("account", by.account())
                .param("purpose", purpose.name())
                .param("subject", subject)
                .param("number", vault.hide(id, NUMBER, number.shown()))
                .param("key", vault.phoneKey(number))
                .param("now", Instants.timestamp(Instants.now(clock)))
                .update();
        return id;
    }

    /** The number that was dialled; empty for a call that the platform did not ask for. */
    String number(String dial) {
        return id(dial).flatMap(id -> jdbc.sql("select number from desk.dial where id = :id")
                        .param("id", id)
                        .query(byte[].class)
                        .optional()
                        .map(hidden -> vault.unhide(id, NUMBER, Objects.requireNonNull(hidden))))
                .orElse("");
    }

    /** Who asked for it. */
    Optional<UUID> account(String dial) {
        return id(dial).flatMap(id -> jdbc.sql("select account from desk.dial where id = :id")
                .param("id", id)
                .query(UUID.class)
                .optional());
    }

    /** A call came of it, and is kept as proof of what it was for. */
    void rung(String dial, UUID call) {
        id(dial).ifPresent(id -> {
            jdbc.sql("update desk.dial set call = :call where id = :id")
                    .param("call", call)
                    .param("id", id)
                    .update();
            jdbc.sql("""
                            insert into desk.call_use (call, kind, subject, at)
                            select :call, purpose, subject, asked from desk.dial where id = :id on conflict do nothing
                            """).param("call", call).param("id", id).update();
        });
    }

    private static Optional<UUID> id(@Nullable String dial) {
        try {
            return dial == null || dial.isEmpty() ? Optional.empty() : Optional.of(UUID.fromString(dial));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // an exchange's own id
        }
    }
}
