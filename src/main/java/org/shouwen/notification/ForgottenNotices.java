package org.shouwen.notification;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.shouwen.accounts.Account;
import org.shouwen.accounts.Accounts;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Deletes what staff were told once nobody reads it any more: what was carried as long after as addresses on the network are
 * kept, notices with the files' term; and the numbers and addresses of accounts that are closed, at once.
 */
@Component
class ForgottenNotices implements ForgetsAfterDays {
    private static final int DAYS_A_YEAR = 366;

    /** Reports of what nobody knows any more. */
    private static final int REPORTS = 7;

    private final JdbcClient jdbc;
    private final Accounts accounts;

    ForgottenNotices(JdbcClient jdbc, Accounts accounts) {
        this.jdbc = jdbc;
        this.accounts = accounts;
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        jdbc.sql("delete from messages.staff_outbox where created < :before and state <> 'NEW'")
                .param("before", Timestamp.from(now.minus(terms.ipDays(), ChronoUnit.DAYS)))
                .update();
        jdbc.sql("""
                        delete from messages.part p using messages.outbox o where o.id = p.outbox and o.created < :before
                        """)
                .param("before", Timestamp.from(now.minus(terms.ipDays(), ChronoUnit.DAYS)))
                .update();
        jdbc.sql("delete from messages.report where received_at < :before")
                .param("before", Timestamp.from(now.minus(REPORTS, ChronoUnit.DAYS)))
                .update();
        jdbc.sql("delete from messages.staff_notice where at < :before and spread")
                .param("before", Timestamp.from(now.minus((long) terms.fileYears() * DAYS_A_YEAR, ChronoUnit.DAYS)))
                .update();
        List<UUID> open =
                accounts.all().stream().filter(Account::active).map(Account::id).toList();
        for (String table : List.of("messages.staff_ways", "messages.staff_seen"))
            jdbc.sql("delete from " + table + " where account <> all(:open)")
                    .param("open", open.toArray(UUID[]::new))
                    .update();
    }
}
