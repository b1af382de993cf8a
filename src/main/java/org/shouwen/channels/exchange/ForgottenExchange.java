package org.shouwen.channels.exchange;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.shouwen.identity.Vault;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * With the appellant go what was written to partners, what they told, and the way to the appeal; the partner's own number stays
 * for half a year, so that it can be told who was erased. Messages that went go as network addresses do (Art. 21).
 */
@Component
@Basis(Clause.A21)
class ForgottenExchange implements Forgets, ForgetsAfterDays, Job {
    private static final Duration TOLD = Duration.ofDays(180);
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final MatterStore matters;
    private final Vault vault;

    ForgottenExchange(JdbcClient jdbc, MatterStore matters, Vault vault) {
        this.jdbc = jdbc;
        this.matters = matters;
        this.vault = vault;
    }

    @Override
    public int forget(EndedMatter matter) {
        String of = " where matter in (select id from exchange.matter where appeal = :appeal)";
        jdbc.sql(
                        "update exchange.outgoing set body = null, state = case state when 'SENT' then 'SENT' else 'DROPPED' end"
                                + of)
                .param("appeal", matter.appeal())
                .update();
        jdbc.sql("update exchange.told set words = null, state = case state when 'WAITING' then 'NOTED' else state end"
                        + of)
                .param("appeal", matter.appeal())
                .update();
        matters.forget(matter.appeal(), matter.at());
        return 0;
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        jdbc.sql("update exchange.outgoing set body = null where body is not null and sent_at < :before")
                .param("before", Timestamp.from(now.minus(terms.ipDays(), ChronoUnit.DAYS)))
                .update();
        Timestamp before = Timestamp.from(now.minus(TOLD));
        for (String table : new String[] {"outgoing", "told"})
            jdbc.sql("delete from exchange." + table
                            + " where matter in (select id from exchange.matter where erased_at < :before)")
                    .param("before", before)
                    .update();
        jdbc.sql("delete from exchange.matter where erased_at < :before")
                .param("before", before)
                .update();
    }

    @Override
    public String name() {
        return "exchange-under-the-new-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    private record Hidden(UUID id, byte[] bytes) {}

    /** After a rotation of keys nothing stays under the old one. */
    @Override
    public void run() {
        anew("outgoing", "body", OutgoingStore.BODY);
        anew("told", "words", ToldStore.WORDS);
    }

    private void anew(String table, String column, String what) {
        UUID last = new UUID(0, 0);
        while (true) {
            var page = jdbc.sql("select id, " + column + " as hidden from exchange." + table + " where id > :after and "
                            + column + " is not null order by id limit :most")
                    .param("after", last)
                    .param("most", AT_ONCE)
                    .query((rs, _) -> new Hidden(rs.getObject("id", UUID.class), rs.getBytes("hidden")))
                    .list();
            if (page.isEmpty()) return;
            for (Hidden h : page)
                if (!vault.hiddenAnew(h.bytes()))
                    jdbc.sql("update exchange." + table + " set " + column + " = :anew where id = :id and " + column
                                    + " = :was")
                            .param("anew", vault.hide(h.id(), what, vault.unhide(h.id(), what, h.bytes())))
                            .param("id", h.id())
                            .param("was", h.bytes())
                            .update();
            last = page.getLast().id();
        }
    }
}
