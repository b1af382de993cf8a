package org.shouwen.desk;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Deletes forms that were typed and not sent, so many days after they were typed. */
@Component
class ForgottenDrafts implements ForgetsAfterDays {
    private final JdbcClient jdbc;

    ForgottenDrafts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        jdbc.sql("delete from desk.draft where saved < :before")
                .param("before", Timestamp.from(now.minus(terms.draftDays(), ChronoUnit.DAYS)))
                .update();
    }
}
