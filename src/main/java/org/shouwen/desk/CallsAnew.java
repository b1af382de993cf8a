package org.shouwen.desk;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.shouwen.identity.Vault;
import org.shouwen.jobs.Job;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** After a rotation of keys nothing of calls stays under the old one. */
@Component
class CallsAnew implements Job {
    private static final int STEP = 500;

    /** @param what the name under which the vault hid it */
    private record Hidden(String table, String column, String what) {}

    private static final List<Hidden> ALL = List.of(
            new Hidden("desk.call_event", "body", CallStore.EVENT),
            new Hidden("desk.call", "caller", CallStore.CALLER),
            new Hidden("desk.missed_call", "caller", MissedCalls.CALLER),
            new Hidden("desk.dial", "number", Dials.NUMBER),
            new Hidden("desk.utterance", "words", Transcripts.WORDS),
            new Hidden("desk.call_reject", "body", CallRejects.BODY));

    private final JdbcClient jdbc;
    private final Vault vault;

    CallsAnew(JdbcClient jdbc, Vault vault) {
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public String name() {
        return "calls-under-the-new-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    @Override
    public void run() {
        int current = vault.hide(new UUID(0, 0), "key", "key")[0] & 0xff;
        for (Hidden h : ALL) while (anew(h, current) == STEP) {}
    }

    private record Row(UUID id, byte[] hidden) {}

    private int anew(Hidden h, int current) {
        List<Row> old = jdbc.sql("select id, %2$s from %1$s where get_byte(%2$s, 0) <> :current limit :most"
                        .formatted(h.table(), h.column()))
                .param("current", current)
                .param("most", STEP)
                .query((rs, _) -> new Row(rs.getObject("id", UUID.class), rs.getBytes(h.column())))
                .list();
        for (Row r : old)
            jdbc.sql("update %1$s set %2$s = :anew where id = :id and %2$s = :old".formatted(h.table(), h.column()))
                    .param("anew", vault.hide(r.id(), h.what(), vault.unhide(r.id(), h.what(), r.hidden())))
                    .param("id", r.id())
                    .param("old", r.hidden())
                    .update();
        return old.size();
    }
}
