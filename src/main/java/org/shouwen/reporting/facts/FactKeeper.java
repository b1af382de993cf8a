package org.shouwen.reporting.facts;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.shouwen.history.Histories;
import org.shouwen.history.Recorded;
import org.shouwen.history.Subject;
import org.shouwen.jobs.Job;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/**
 * Keeps facts beside the journal: what changed is derived anew from its whole history, so that the order of events, a
 * crash or doing it twice change nothing, and a rebuild comes to the same.
 */
@Component
public class FactKeeper implements Job {
    private static final int BATCH = 500;

    private final JournalReader journal;
    private final Changes changes;
    private final Histories histories;
    private final Folding folding;
    private final FactStore store;
    private final Repeats repeats;
    private final Generations generations;
    private final Beside beside;
    private final TransactionTemplate transaction;
    private final TransactionTemplate outside;
    private final InstantSource clock;
    private final JsonMapper json;

    FactKeeper(
            JournalReader journal,
            Changes changes,
            Histories histories,
            Folding folding,
            FactStore store,
            Repeats repeats,
            Generations generations,
            Beside beside,
            PlatformTransactionManager transactions,
            InstantSource clock,
            JsonMapper json) {
        this.journal = journal;
        this.changes = changes;
        this.histories = histories;
        this.folding = folding;
        this.store = store;
        this.repeats = repeats;
        this.generations = generations;
        this.beside = beside;
        this.transaction = new TransactionTemplate(transactions);
        transaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.outside = new TransactionTemplate(transactions);
        outside.setPropagationBehavior(TransactionDefinition.PROPAGATION_NOT_SUPPORTED);
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String name() {
        return "reporting-facts";
    }

    @Override
    public Duration every() {
        return Duration.ofSeconds(2);
    }

    /** What a stretch came to: another node had counted it; it is counted; it is, and more was noted besides. */
    private enum Round {
        ELSEWHERE,
        DONE,
        MORE
    }

    /**
     * Counts everything that was committed to the journal until now, in transactions of its own, also where the caller has
     * one: what that has not committed is counted when it has.
     */
    @Override
    public void run() {
        JournalReader.Stretch read;
        Round round;
        do {
            JournalReader.Stretch stretch = Objects.requireNonNull(outside.execute(_ -> journal.read()));
            round = Objects.requireNonNull(transaction.execute(_ -> some(stretch)));
            if (round != Round.ELSEWHERE) journal.counted(stretch);
            read = stretch;
        } while (round != Round.DONE || read.goesOn());
    }

    private Round some(JournalReader.Stretch stretch) {
        store.lock();
        if (!journal.move(stretch)) return Round.ELSEWHERE;
        Instant now = clock.instant();
        Set<Subject> noted = changes.take(now, BATCH);
        Set<Subject> taken = new LinkedHashSet<>(stretch.fresh());
        taken.addAll(noted);
        count(taken, now);
        return noted.isEmpty() ? Round.DONE : Round.MORE;
    }

    private void count(Set<Subject> taken, Instant now) {
        for (Subject s : taken) if (s.kind().equals(Changes.CALENDAR)) calendarCorrected(s);
        changes.ofObjections(
                taken.stream()
                        .filter(s -> s.kind().equals(Changes.OBJECTION))
                        .map(Subject::id)
                        .toList(),
                generations.current());
        for (Source source : Source.values()) {
            Set<UUID> subjects = taken.stream()
                    .filter(s -> s.kind().equals(source.kind()))
                    .map(Subject::id)
                    .collect(Collectors.toSet());
            if (subjects.isEmpty()) continue;
            Map<UUID, Folded> folded = folding.of(source, histories.of(source.kind(), subjects), now);
            put(generations.current(), source, folded);
            generations.building().ifPresent(building -> {
                put(building, source, folded);
                beside.note(subjects);
            });
            waitAgain(source, folded);
            if (source == Source.APPEAL) repeats.look(subjects, generations.current(), now);
            if (source == Source.ORDER) changes.besides(headings(folded), generations.current());
        }
    }

    /** Puts what is counted of some subjects in the place of what was. */
    private void put(int generation, Source source, Map<UUID, Folded> folded) {
        Map<UUID, List<Fact>> before = store.of(generation, folded.keySet());
        FactLines lines = new FactLines();
        List<UUID> gone = new ArrayList<>();
        folded.forEach((subject, now) -> {
            List<Fact> was = before.getOrDefault(subject, List.of());
            if (was.equals(now.facts())) return;
            if (!was.isEmpty()) gone.add(subject);
            for (Fact f : was) lines.sums().add(f, -1);
            lines.put(subject, source, now.facts());
        });
        store.replace(generation, gone, lines);
        store.move(generation, lines.sums());
    }

    void waitAgain(Source source, Map<UUID, Folded> folded) {
        List<UUID> waiting = new ArrayList<>();
        List<Instant> until = new ArrayList<>();
        folded.forEach((subject, f) -> {
            if (f.again() == null) return;
            waiting.add(subject);
            until.add(f.again());
        });
        changes.again(source.kind(), List.copyOf(folded.keySet()), waiting, until);
    }

    private void calendarCorrected(Subject calendar) {
        List<Recorded> loaded =
                histories.of(Changes.CALENDAR, List.of(calendar.id())).getOrDefault(calendar, List.of());
        if (loaded.isEmpty()) return;
        int year = json.readTree(loaded.getLast().body())
                .path("calendar")
                .path("year")
                .asInt(0);
        if (year > 0) changes.ordersOfYear(year, generations.current());
    }

    private static List<Heading> headings(Map<UUID, Folded> folded) {
        return folded.values().stream()
                .filter(f -> !f.facts().isEmpty())
                .map(f -> f.facts().getFirst().heading())
                .toList();
    }
}
