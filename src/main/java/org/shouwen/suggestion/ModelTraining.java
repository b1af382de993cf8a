package org.shouwen.suggestion;

import com.github.f4b6a3.uuid.UuidCreator;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.shouwen.calendar.Limits;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.OwnThreadJob;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * 夜间训练: once a night, between two and five, each model is made anew from the city's own decisions, one after the other
 * on the lowest priority. One that is better than what is in use is switched on; a worse one only stands in the register.
 */
@Component
class ModelTraining implements OwnThreadJob {
    private static final Logger LOG = LoggerFactory.getLogger(ModelTraining.class);
    private static final int FROM = 2;
    private static final int TO = 5;

    /** Of each task so many contents are kept, beside the one in use. */
    private static final int KEPT = 3;

    /** Decisions of so many years; never as many as a person is kept (Art. 21). */
    private static final int YEARS = 2;

    private final PastDecisions decisions;
    private final PastDispatches dispatches;
    private final ModelStore store;
    private final ModelRegister register;
    private final Proposals proposals;
    private final ProposalLog log;
    private final Editions editions;
    private final TransactionTemplate transaction;
    private final InstantSource clock;
    private final boolean on;

    ModelTraining(
            PastDecisions decisions,
            PastDispatches dispatches,
            ModelStore store,
            ModelRegister register,
            Proposals proposals,
            ProposalLog log,
            Editions editions,
            TransactionTemplate transaction,
            InstantSource clock,
            @Value("${shouwen.suggestions:true}") boolean on) {
        this.decisions = decisions;
        this.dispatches = dispatches;
        this.store = store;
        this.register = register;
        this.proposals = proposals;
        this.log = log;
        this.editions = editions;
        this.transaction = transaction;
        this.clock = clock;
        this.on = on;
    }

    @Override
    public String name() {
        return "suggestion-training";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(20);
    }

    /** The priority is a hint: nothing depends on it, and Linux follows it only where the JVM was told to. */
    @Override
    @SuppressWarnings("ThreadPriorityCheck")
    public void run() {
        LocalDateTime now = clock.instant().atZone(Limits.ZONE).toLocalDateTime();
        if (!on || now.getHour() < FROM || now.getHour() >= TO) return;
        int before = Thread.currentThread().getPriority();
        Thread.currentThread().setPriority(Thread.MIN_PRIORITY);
        try {
            log.forgetOld();
            for (Task task : Task.values()) if (!madeToday(task, now.toLocalDate())) train(task);
            store.destroyOld(KEPT, clock.instant());
        } finally {
            Thread.currentThread().setPriority(before);
        }
    }

    private boolean madeToday(Task task, LocalDate today) {
        return store.lastMade(task)
                .filter(at -> at.atZone(Limits.ZONE).toLocalDate().equals(today))
                .isPresent();
    }

    /** @return what was made; empty where there is too little to learn from, which the log says */
    Optional<ModelEntry> train(Task task) {
        Instant now = Instants.now(clock);
        Optional<ModelEntry> used = store.inUse(task);
        Instant seen = used.map(ModelEntry::madeAt).orElse(null);
        String version =
                task.code() + "/" + now.atZone(Limits.ZONE).toLocalDateTime().truncatedTo(ChronoUnit.SECONDS);
        try {
            return Optional.of(
                    task == Task.DISPATCH
                            ? dispatch(version, now, seen, used)
                            : classes(task, version, now, seen, used));
        } catch (CannotTrain e) {
            LOG.info("{}: {}", task.code(), e.getMessage());
            return Optional.empty();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private ModelEntry classes(
            Task task, String version, Instant now, @Nullable Instant seen, Optional<ModelEntry> used)
            throws CannotTrain, IOException {
        List<Training.Row<TrainingRow>> rows = decisions.latest(Training.BOUNDS.rows() + 1_000, since(now)).stream()
                .filter(d -> task == Task.KIND || d.matterClass() != null)
                .map(d -> new Training.Row<>(
                        d.appeal(),
                        d.at(),
                        new TrainingRow(
                                d.title(),
                                d.content(),
                                task == Task.KIND ? d.kind() : String.valueOf(d.matterClass()))))
                .toList();
        Training.Split<TrainingRow> split = Training.split(rows, seen);
        Training.Made made = Training.classes(
                split, task.code(), version, r -> proposals.choices(task, r.title() + "\n" + r.content()));
        return keep(task, version, now, made, split.appeals(), used);
    }

    private ModelEntry dispatch(String version, Instant now, @Nullable Instant seen, Optional<ModelEntry> used)
            throws CannotTrain, IOException {
        List<Training.Row<DispatchModel.Row>> rows = dispatches.latest(20_000, since(now)).stream()
                .map(d -> new Training.Row<>(d.appeal(), d.at(), d.decided()))
                .toList();
        Training.Split<DispatchModel.Row> split = Training.split(rows, seen);
        Training.Made made = Training.dispatch(split, version, r -> proposals.units(r.matterClass(), r.county()));
        return keep(Task.DISPATCH, version, now, made, List.of(), used); // counts of codes: nobody is in them
    }

    private Instant since(Instant now) {
        Edition edition = editions.current(now.atZone(Limits.ZONE).toLocalDate());
        int years = Math.max(1, Math.min(YEARS, edition.retention().identityYears() - 1));
        return now.atZone(Limits.ZONE).minusYears(years).toInstant();
    }

    private ModelEntry keep(
            Task task,
            String version,
            Instant now,
            Training.Made m,
            List<java.util.UUID> learned,
            Optional<ModelEntry> used) {
        ModelEntry entry = new ModelEntry(
                UuidCreator.getTimeOrderedEpoch(),
                task,
                version,
                now,
                m.trainedOn(),
                m.heldOut(),
                m.figures().macroF1(),
                m.figures().accuracy(),
                m.figures().top2(),
                m.figures().sureShare(),
                m.figures().surePrecision(),
                used.map(ModelEntry::version).orElse("start"),
                m.rival().macroF1(),
                m.better(),
                true,
                null,
                null,
                null,
                null,
                null);
        transaction.executeWithoutResult(_ -> {
            store.insert(entry, m.content(), learned);
            if (m.better()) register.switchOnBetter(entry);
        });
        return entry;
    }
}
