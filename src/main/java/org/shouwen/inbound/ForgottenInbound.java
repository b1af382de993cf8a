package org.shouwen.inbound;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
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
 * Raw messages go as many days after they were worked on as network addresses are kept, and with the person of their appeal at
 * the latest; their rows, which tell what came twice, with the files' term. What lies among the rejects stays until a person
 * has settled it (Art. 21).
 */
@Component
@Basis(Clause.A21)
class ForgottenInbound implements Forgets, ForgetsAfterDays, Job {
    private static final int DAYS_A_YEAR = 366;
    private static final int AT_ONCE = 500;

    private final JdbcClient jdbc;
    private final Vault vault;
    private final Scans scans;
    private final InboundMedia media;

    ForgottenInbound(JdbcClient jdbc, Vault vault, Scans scans, InboundMedia media) {
        this.media = media;
        this.scans = scans;
        this.jdbc = jdbc;
        this.vault = vault;
    }

    @Override
    public int forget(EndedMatter matter) {
        jdbc.sql("""
                        update inbound.received set raw = null, corrected = null, sender = null, reference = null, settled = null
                        where number = :number
                        """).param("number", matter.number()).update();
        media.forget(matter.number());
        scans.forget(matter.number());
        return 0;
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        jdbc.sql("""
                        update inbound.received set raw = null, corrected = null, sender = null
                        where raw is not null and done_at < :before
                        """)
                .param("before", Timestamp.from(now.minus(terms.ipDays(), ChronoUnit.DAYS)))
                .update();
        jdbc.sql("delete from inbound.received where received_at < :before and state in ('DONE', 'SETTLED')")
                .param("before", Timestamp.from(now.minus((long) terms.fileYears() * DAYS_A_YEAR, ChronoUnit.DAYS)))
                .update();
    }

    @Override
    public String name() {
        return "inbound-under-the-new-key";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(1);
    }

    private record Hidden(UUID id, byte[] raw) {}

    /** After a rotation of keys raw messages don't stay under the old one. */
    @Override
    public void run() {
        UUID last = new UUID(0, 0);
        scans.anew();
        List<UUID> page = ids(last);
        while (!page.isEmpty()) {
            for (UUID id : page) anew(id);
            last = page.getLast();
            page = ids(last);
        }
    }

    private List<UUID> ids(UUID after) {
        return jdbc.sql("""
                        select id from inbound.received where id > :after and (raw is not null or corrected is not null or reference is not null)
                        order by id limit :most
                        """)
                .param("after", after)
                .param("most", AT_ONCE)
                .query(UUID.class)
                .list();
    }

    private void anew(UUID id) {
        anew(id, "raw", Inbox.RAW);
        anew(id, "corrected", Inbox.CORRECTED);
        anew(id, "reference", Inbox.REFERENCE);
    }

    private void anew(UUID id, String column, String what) {
        jdbc.sql("select id, " + column + " as hidden from inbound.received where id = :id and " + column
                        + " is not null")
                .param("id", id)
                .query((rs, _) -> new Hidden(rs.getObject("id", UUID.class), rs.getBytes("hidden")))
                .optional()
                .filter(h -> !vault.hiddenAnew(h.raw()))
                .ifPresent(h -> jdbc.sql("update inbound.received set " + column + " = :anew where id = :id and "
                                + column + " = :was")
                        .param("anew", vault.hide(id, what, vault.unhide(id, what, h.raw())))
                        .param("id", id)
                        .param("was", h.raw())
                        .update());
    }
}
