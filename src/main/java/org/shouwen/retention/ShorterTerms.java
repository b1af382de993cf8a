package org.shouwen.retention;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.shouwen.attachments.Papers;
import org.shouwen.calendar.Limits;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Vault;
import org.shouwen.jobs.IrreversibleJob;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** 到期销毁, what goes before the person is forgotten: network addresses, photos and recordings. The history proves each. */
@Component
@Basis(Clause.A21)
public class ShorterTerms implements IrreversibleJob {
    private static final String KIND = "retention";
    private static final int STEP = 500;

    private final Matters matters;
    private final Vault vault;
    private final Papers papers;
    private final KeepsOpen open;
    private final History history;
    private final JsonMapper json;
    private final Editions editions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    ShorterTerms(
            Matters matters,
            Vault vault,
            Papers papers,
            KeepsOpen open,
            History history,
            JsonMapper json,
            Editions editions,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.matters = matters;
        this.vault = vault;
        this.papers = papers;
        this.open = open;
        this.history = history;
        this.json = json;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "shorter-terms";
    }

    @Override
    public Duration every() {
        return Duration.ofHours(6);
    }

    @Override
    public void run() {
        Instant now = clock.instant();
        Edition.RetentionTerms terms =
                editions.current(now.atZone(Limits.ZONE).toLocalDate()).retention();
        addresses(now, now.minus(terms.ipDays(), ChronoUnit.DAYS).truncatedTo(ChronoUnit.HOURS));
        files(now, now.atZone(Limits.ZONE).minusYears(terms.fileYears()).toInstant());
    }

    /** Goes on where the last entry says that it ended. */
    private void addresses(Instant now, Instant before) {
        Subject subject = Subject.of(KIND, "ip");
        Instant since = history.of(subject).stream()
                .reduce((_, last) -> last)
                .map(r -> Instant.parse(json.readTree(r.body()).path("before").asString()))
                .orElse(Instant.EPOCH);
        if (!since.isBefore(before)) return;
        int gone = 0;
        UUID after = new UUID(0, 0);
        while (true) {
            List<Matters.Matter> step = matters.received(since, before, after, STEP);
            if (step.isEmpty()) break;
            List<UUID> appellants = step.stream().map(Matters.Matter::appellant).toList();
            gone += Objects.requireNonNull(transaction.execute(_ -> vault.forgetAddresses(appellants)));
            after = step.getLast().id();
        }
        Map<String, ?> what = Map.of("before", before.toString(), "count", gone);
        transaction.executeWithoutResult(_ -> record(subject, now, "AddressesForgotten", what));
    }

    private void files(Instant now, Instant before) {
        String after = "";
        while (true) {
            List<String> step = papers.subjectsSince("appeal", before, after, STEP);
            if (step.isEmpty()) return;
            for (String subject : step)
                if (ended(subject.substring(subject.indexOf('/') + 1), before))
                    transaction.executeWithoutResult(_ -> record(
                            Subject.of(KIND, subject),
                            now,
                            "FilesDestroyed",
                            Map.of("of", subject, "count", papers.destroy(subject))));
            after = step.getLast();
        }
    }

    private boolean ended(String number, Instant before) {
        return matters.decidedBefore(before, number)
                .filter(m -> open.notClosedBefore(before, List.of(m.id())).isEmpty())
                .isPresent();
    }

    private void record(Subject subject, Instant at, String type, Map<String, ?> what) {
        history.append(subject, at.truncatedTo(ChronoUnit.MICROS), Actor.SYSTEM, type, json.writeValueAsString(what));
    }
}
