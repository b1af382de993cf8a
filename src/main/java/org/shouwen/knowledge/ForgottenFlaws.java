package org.shouwen.knowledge;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Reports that were dealt with lose their words half a year later, and a gap that nobody has asked for in that time and
 * that is no open task goes whole (Art. 21): both were masked when they were stored, and a mask can miss a name.
 */
@Component
@Basis(Clause.A21)
class ForgottenFlaws implements ForgetsAfterDays {
    private static final int STEP = 200;

    private final FlawStore store;
    private final JdbcClient jdbc;
    private final History history;
    private final TransactionTemplate transaction;

    ForgottenFlaws(FlawStore store, JdbcClient jdbc, History history, TransactionTemplate transaction) {
        this.store = store;
        this.jdbc = jdbc;
        this.history = history;
        this.transaction = transaction;
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        Instant before = now.minus(Unanswered.KEPT);
        while (Boolean.TRUE.equals(transaction.execute(_ -> flaws(before, now) == STEP))) Thread.onSpinWait();
        jdbc.sql("""
            delete from knowledge.gap g where last_at < :before and (closed_at is not null or flaw is null)
                and not exists (select from knowledge.unanswered u where u.gap = g.id and u.at >= :before)
            """).param("before", Timestamp.from(before)).update();
    }

    private int flaws(Instant before, Instant now) {
        List<Flaw> gone = store.settledBefore(before, STEP);
        for (Flaw f : gone) {
            Flaw forgotten = f.forgotten();
            store.put(forgotten);
            history.append(
                    new Subject(FlawStore.KIND, f.id()),
                    now.truncatedTo(ChronoUnit.MICROS),
                    Actor.SYSTEM,
                    "Forgotten",
                    FlawStore.FORMAT.write(FlawEntry.of(forgotten)));
        }
        return gone.size();
    }
}
