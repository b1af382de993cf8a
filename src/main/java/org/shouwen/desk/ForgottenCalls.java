package org.shouwen.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.shouwen.attachments.Papers;
import org.shouwen.calendar.Limits;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.retention.EndedMatter;
import org.shouwen.retention.Forgets;
import org.shouwen.retention.ForgetsAfterDays;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Forgets who called: with the person, the number, the recording, what was said and what was told of the calls of their appeal; calls of no
 * appeal after the term of files; what nobody could read after the term of drafts. That there was a call, and how long it
 * was, stays.
 */
@Component
@Basis(Clause.A21)
class ForgottenCalls implements Forgets, ForgetsAfterDays {
    private static final int STEP = 200;

    private final JdbcClient jdbc;
    private final Papers papers;
    private final History history;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ForgottenCalls(
            JdbcClient jdbc, Papers papers, History history, TransactionTemplate transaction, InstantSource clock) {
        this.jdbc = jdbc;
        this.papers = papers;
        this.history = history;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public int forget(EndedMatter matter) {
        int destroyed = 0;
        List<UUID> calls = jdbc.sql("select distinct call from desk.call_use where subject = :number")
                .param("number", matter.number())
                .query(UUID.class)
                .list();
        for (UUID call : calls) destroyed += forget(call);
        jdbc.sql("delete from desk.dial where subject = :number")
                .param("number", matter.number())
                .update();
        return destroyed;
    }

    @Override
    public void forget(Edition.RetentionTerms terms, Instant now) {
        Instant files = now.atZone(Limits.ZONE).minusYears(terms.fileYears()).toInstant();
        jdbc.sql("delete from desk.call_reject where arrived < :before")
                .param("before", Instants.timestamp(now.minus(terms.draftDays(), ChronoUnit.DAYS)))
                .update();
        for (String old : List.of(
                "desk.missed_call where ended < :before",
                "desk.call_event where call = '' and arrived < :before",
                "desk.dial where asked < :before and call is null"))
            jdbc.sql("delete from " + old)
                    .param("before", Instants.timestamp(files))
                    .update();
        while (true) {
            List<UUID> step = unclaimed(files);
            for (UUID call : step) transaction.executeWithoutResult(_ -> forget(call));
            if (step.size() < STEP) return;
        }
    }

    /** Calls that belong to no appeal and still say who it was. */
    private List<UUID> unclaimed(Instant before) {
        return jdbc.sql("""
                        select id from desk.call c
                        where began < :before and forgotten is null
                          and not exists (select from desk.call_use u where u.call = c.id and u.kind = 'APPEAL')
                        order by began limit :most
                        """)
                .param("before", Instants.timestamp(before))
                .param("most", STEP)
                .query(UUID.class)
                .list();
    }

    /** @return how many recordings were destroyed */
    private int forget(UUID call) {
        int destroyed = papers.destroy(CallRecordings.subject(call));
        jdbc.sql("""
                        delete from desk.call_event e using desk.call c
                        where c.id = :call and e.source = c.source and e.call = c.ref
                        """).param("call", call).update();
        jdbc.sql("delete from desk.dial where call = :call").param("call", call).update();
        jdbc.sql("delete from desk.utterance where call = :call")
                .param("call", call)
                .update();
        jdbc.sql("""
                        update desk.call set caller = null, caller_key = null, recording = '', recording_digest = '',
                            forgotten = :now
                        where id = :call
                        """)
                .param("now", Instants.timestamp(Instants.now(clock)))
                .param("call", call)
                .update();
        history.append(
                new Subject(CallFollowUp.KIND, call),
                Instants.now(clock),
                Actor.SYSTEM,
                "CallForgotten",
                "{\"recordings\":" + destroyed + "}");
        return destroyed;
    }
}
