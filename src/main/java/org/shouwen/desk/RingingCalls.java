package org.shouwen.desk;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.identity.CallingNumber;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Brings a call that rings onto the agent's screen, and takes it from there when another lifted or nobody did. */
@Component
class RingingCalls {
    private final JdbcClient jdbc;
    private final Calls calls;
    private final RingBell bell;

    RingingCalls(JdbcClient jdbc, Calls calls, RingBell bell) {
        this.bell = bell;
        this.jdbc = jdbc;
        this.calls = calls;
    }

    /** Once for a call and an agent: what they have begun to type is never written over. */
    void ring(UUID call, UUID account, CallingNumber number) {
        boolean there = jdbc.sql("select exists (select from desk.draft where account = :account and form = :call)")
                .param("account", account)
                .param("call", call)
                .query(Boolean.class)
                .single();
        if (there) return;
        calls.ring(account, call, number);
        bell.ring(account);
    }

    void stop(UUID call, UUID account) {
        jdbc.sql("delete from desk.draft where form = :call and account = :account and place = 'RINGING'")
                .param("call", call)
                .param("account", account)
                .update();
        bell.ring(account);
    }

    /** @param but whose screen keeps it; null: nobody's */
    void stopAll(UUID call, @Nullable UUID but) {
        jdbc.sql("""
                        delete from desk.draft
                        where form = :call and place = 'RINGING' and account is distinct from cast(:but as uuid)
                        returning account
                        """)
                .param("call", call)
                .param("but", but)
                .query(UUID.class)
                .list()
                .forEach(bell::ring);
    }
}
