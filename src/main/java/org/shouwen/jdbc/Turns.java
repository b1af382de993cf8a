package org.shouwen.jdbc;

import org.springframework.jdbc.core.simple.JdbcClient;

/** Lets those who do the same to one thing at one moment do it one after the other, also where no row is there to lock. */
public final class Turns {
    private Turns() {}

    /**
     * Waits for whoever has the turn; it is held until the transaction ends.
     *
     * @param act a number of the program's own for what is done, so that acts on equal names do not wait for each other
     * @param key names the thing
     */
    public static void await(JdbcClient jdbc, int act, String key) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:key, :act))")
                .param("key", key)
                .param("act", act)
                .query(_ -> {});
    }
}
