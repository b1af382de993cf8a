package org.shouwen.intake;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.shouwen.attachments.Papers;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.Parties;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.jobs.Job;
import org.shouwen.notification.Outbox;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.suggestion.PersonalStore;
import org.shouwen.workorder.Blank;
import org.shouwen.workorder.OrderEnds;
import org.shouwen.workorder.OrderFiles;
import org.shouwen.workorder.WorkOrders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 到期销毁: when the term has run out after a matter ended, the person is forgotten: who it was, what in their words
 * would lead to them, and the photos and recordings that came along. What was done stays, and the history proves both.
 */
@Component
@Basis(Clause.A21)
class Retention implements Job {
    private static final int STEP = 200;
    private static final UUID FIRST = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final AppealStore store;
    private final AppealRows rows;
    private final AppealDigest digest;
    private final Vault vault;
    private final Papers papers;
    private final Outbox outbox;
    private final DangerAlarms alarms;
    private final Objections objections;
    private final WorkOrders orders;
    private final OrderEnds ends;
    private final List<PersonalStore> learned;
    private final Parties parties;
    private final History history;
    private final Editions editions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    Retention(
            JdbcClient jdbc,
            AppealStore store,
            AppealRows rows,
            AppealDigest digest,
            Vault vault,
            Papers papers,
            Outbox outbox,
            DangerAlarms alarms,
            Objections objections,
            WorkOrders orders,
            OrderEnds ends,
            List<PersonalStore> learned,
            Parties parties,
            History history,
            Editions editions,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.jdbc = jdbc;
        this.store = store;
        this.rows = rows;
        this.digest = digest;
        this.vault = vault;
        this.papers = papers;
        this.outbox = outbox;
        this.alarms = alarms;
        this.objections = objections;
        this.orders = orders;
        this.ends = ends;
        this.learned = List.copyOf(learned);
        this.parties = parties;
        this.history = history;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "retention";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Edition.RetentionTerms terms = editions.current(
                        clock.instant().atZone(Limits.ZONE).toLocalDate())
                .retention();
        Instant now = clock.instant();
        jdbc.sql("delete from intake.draft where saved < :before")
                .param("before", Timestamp.from(now.minus(terms.draftDays(), ChronoUnit.DAYS)))
                .update();
        Instant before =
                now.atZone(Limits.ZONE).minusYears(terms.identityYears()).toInstant();
        UUID after = FIRST;
        while (true) {
            List<Ended> step = ended(after, before);
            if (step.isEmpty()) return;
            Set<UUID> going =
                    ends.notClosedBefore(before, step.stream().map(Ended::id).toList());
            for (Ended e : step) if (!going.contains(e.id())) transaction.executeWithoutResult(_ -> forget(e.number()));
            after = step.getLast().id();
        }
    }

    private record Ended(UUID id, String number) {}

    /** In the order of ids: what was decided on before the term began. Its order, if there is one, may still be open. */
    private List<Ended> ended(UUID after, Instant before) {
        return jdbc.sql("""
                        select a.id, a.number from intake.appeal a
                        where a.id > :after and a.forgotten_at is null
                          and a.state = 'DECIDED' and a.decided_at < :before
                          and (a.review_asked_at is null or a.reviewed_at < :before)
                          and not exists (select from intake.objection o where o.appeal = a.id and o.ruled_at is null)
                        order by a.id limit :most
                        """)
                .param("after", after)
                .param("before", Timestamp.from(before))
                .param("most", STEP)
                .query((rs, _) -> new Ended(rs.getObject("id", UUID.class), rs.getString("number")))
                .list();
    }

    private void forget(String number) {
        Appeal a = store.lock(number).orElseThrow();
        Redactor masks = vault.scrub(a.appellant());
        Redactor scrub = (words, kept) -> Blank.of(masks.of(words, kept)); // a mask leaves a surname and seven digits
        Appeal masked = a.scrubbed(scrub);
        List<String> digests = new ArrayList<>();
        for (var addition : jdbc.sql("select id, text from intake.addition where appeal = :id order by id")
                .param("id", a.id())
                .query((rs, _) -> new Addition(rs.getObject("id", UUID.class), rs.getString("text")))
                .list()) {
            String text = scrub.of(addition.text());
            digests.add(digest.said("", "addition", text));
            jdbc.sql("update intake.addition set text = :text where id = :id")
                    .param("text", text)
                    .param("id", addition.id())
                    .update();
        }
        int destroyed = papers.destroy(AppealPapers.subject(number)) + papers.destroy(OrderFiles.subject(number));
        outbox.forget(number, a.appellant(), scrub::of);
        vault.forget(a.appellant());
        orders.forget(number);
        for (PersonalStore store : learned) store.forget(a.id());
        parties.forget(number, masked.words().accused());
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        alarms.forget(a, scrub, now);
        objections.forget(a, scrub, now);
        AppealEvent event = new AppealEvent.Forgotten(digest.of(masked), digests, destroyed);
        Chain chain = history.append(
                new Entry(a.subject(), a.chain(), now, Actor.SYSTEM, rows.name(event), rows.write(event)));
        store.forget(masked, now, chain);
    }

    private record Addition(UUID id, String text) {}
}
