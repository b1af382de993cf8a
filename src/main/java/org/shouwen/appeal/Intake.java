package org.shouwen.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.directory.Directory;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.identity.Phone;
import org.shouwen.jdbc.Instants;
import org.shouwen.keys.Salt;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.shouwen.suggestion.Urgencies;
import org.shouwen.suggestion.Urgency;
import org.shouwen.workorder.Command;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Service;

/** Service for taking appeals and deciding on them. When a method returns, what it did is on disk. */
@Service
public class Intake implements SmartLifecycle {
    private static final int CAPACITY = 2_000;
    private static final int GROUP = 128;
    static final Instant EARLIEST = Instant.parse("1949-10-01T00:00:00Z");

    private final AppealWriter writer;
    private final Decisions decisions;
    private final AppealDigest digest;
    private final AppealRows rows;
    private final AppealNumbers numbers;
    private final LookupCode codes;
    private final Editions editions;
    private final Directory directory;
    private final CallerMeasures measures;
    private final Urgencies urgencies;
    private final ReminderKind reminderKind;
    private final InstantSource clock;
    private @Nullable GroupCommit<PreparedAppeal, Receipt> groups;

    Intake(
            AppealWriter writer,
            Decisions decisions,
            AppealDigest digest,
            AppealRows rows,
            AppealNumbers numbers,
            LookupCode codes,
            Editions editions,
            Directory directory,
            CallerMeasures measures,
            Urgencies urgencies,
            ReminderKind reminderKind,
            InstantSource clock) {
        this.reminderKind = reminderKind;
        this.writer = writer;
        this.decisions = decisions;
        this.digest = digest;
        this.rows = rows;
        this.numbers = numbers;
        this.codes = codes;
        this.editions = editions;
        this.directory = directory;
        this.measures = measures;
        this.urgencies = urgencies;
        this.clock = clock;
    }

    /**
     * Takes an appeal without deciding on it: it waits on the desk's queue.
     *
     * @param by who brought it in: {@link Actor#APPELLANT}, or the officer who typed a letter
     * @throws org.shouwen.problems.BadInput naming every field that is wrong
     * @throws org.shouwen.problems.Busy when too many wait
     */
    public Receipt submit(NewAppeal appeal, Origin origin, Actor by) {
        return submit(appeal, origin, by, null);
    }

    /** @param unit that was asked directly and hands the matter to the platform; null when the platform was asked */
    public Receipt submit(NewAppeal appeal, Origin origin, Actor by, @Nullable UnitId unit) {
        Instant now = now();
        Edition edition = edition(now);
        return commit(
                waiting(appeal, AppealValidator.check(appeal, edition, directory, urgencies), origin, by, unit, now));
    }

    /** Takes an appeal and decides on it in one step, as the agent does with a caller on the line. */
    public Result<Receipt> take(NewAppeal appeal, Disposition outcome, Origin origin, CurrentUser by) {
        Instant now = now();
        Edition edition = edition(now);
        Disposition checked = AppealValidator.outcome(outcome);
        CheckedAppeal sent =
                AppealValidator.check(appeal, () -> reminderKind.of(checked), edition, directory, urgencies);
        AppealContent words = sent.content();
        Optional<Refused> refused = AcceptanceScope.refuse(words, null, checked, edition);
        if (refused.isPresent()) return new Result.No<>(refused.get());
        Phone phone = appeal.appellant().phone();
        Optional<Refused> measured = phone == null
                ? Optional.empty()
                : measures.of(phone, by).flatMap(m -> MeasureRule.refuse(m, sent.channel(), words, checked, by));
        if (measured.isPresent()) return new Result.No<>(measured.get());
        Appeal.Decision decision = new Appeal.Decision(checked, by.account(), by.name(), now);
        return new Result.Done<>(commit(prepared(appeal, sent, origin, by, decision, null, now)));
    }

    /**
     * A unit that is asked directly is itself the first-asked unit (Art. 10): takes the appeal and decides on it.
     *
     * @param leads class and assisting units, when the unit opens its own order
     * @throws BadInput naming every field that is wrong
     */
    public Result<Receipt> takeAtUnit(
            NewAppeal appeal, Disposition outcome, Command.@Nullable LeadOwn leads, Origin origin, CurrentUser by) {
        if (by.unit() == null) throw new BadInput("unit", "problems.field.missing");
        Instant now = now();
        Edition edition = edition(now);
        CheckedAppeal sent = AppealValidator.check(appeal, edition, directory, urgencies);
        AppealContent words = sent.content();
        Disposition checked = AppealValidator.outcome(outcome);
        if (checked instanceof Disposition.Pointed p
                && !p.unit().isBlank()
                && directory.unit(new UnitId(p.unit())).isEmpty())
            throw new BadInput("pointedUnit", "problems.field.unknown", p.unit());
        Optional<Refused> refused =
                AcceptanceScope.refuseAtUnit(words, checked, appeal.appellant().reachable(), edition);
        if (refused.isPresent()) return new Result.No<>(refused.get());
        boolean opens = checked instanceof Disposition.Ordered;
        if (opens && leads == null) throw new BadInput("limitClass", "problems.field.missing");
        Appeal.Decision decision = new Appeal.Decision(checked, by.account(), by.name(), now);
        return new Result.Done<>(commit(prepared(appeal, sent, origin, by, decision, opens ? leads : null, now)));
    }

    /**
     * Decides on an appeal that waits.
     *
     * @param classification what the officer set right; null: as it is
     * @param expected the version that the officer saw; null when any will do
     * @throws NotFound when there is no such appeal
     * @throws Stale when it is no longer as the officer saw it
     */
    public Result<Receipt> decide(
            String number,
            Disposition outcome,
            @Nullable Classification classification,
            CurrentUser by,
            @Nullable Long expected) {
        Instant now = now();
        return decisions.decide(
                number, AppealValidator.outcome(outcome), classification, by, expected, now, edition(now));
    }

    /** Checks what an import takes later with others. @throws BadInput naming every field that is wrong */
    public ReadyAppeal ready(NewAppeal appeal) {
        return new ReadyAppeal(appeal, AppealValidator.check(appeal, edition(now()), directory, urgencies));
    }

    /** Takes many at once without waiting for others, each from its origin; answers in the same order. */
    public List<Receipt> submitAll(List<ReadyAppeal> appeals, List<Origin> origins, Actor by) {
        Instant now = now();
        List<PreparedAppeal> group = new ArrayList<>(appeals.size());
        for (ReadyAppeal a : appeals) group.add(waiting(a.appeal, a.checked, origins.get(group.size()), by, null, now));
        return writer.write(group);
    }

    /** What would be said to it, before anything is written: for a form that is still being typed. */
    public AppealContent check(NewAppeal appeal) {
        return AppealValidator.check(appeal, edition(now()), directory, urgencies)
                .content();
    }

    /**
     * What its words tell of danger and urgency, so that whoever brings it can be told at once whom to call (Art. 8.3, 17);
     * taking it judges the same words and raises the alarm by itself.
     */
    public Urgency urgency(NewAppeal appeal) {
        return urgencies.judge(edition(now()), appeal.title(), appeal.content(), appeal.wants());
    }

    /** 查询码 of an appeal, worked out anew: for showing it again to whoever has just got it. */
    public String code(UUID appeal) {
        return codes.of(appeal);
    }

    private PreparedAppeal waiting(
            NewAppeal a, CheckedAppeal sent, Origin origin, Actor by, @Nullable UnitId unit, Instant now) {
        return prepared(a, sent, origin, by, null, null, null, unit, now);
    }

    private PreparedAppeal prepared(
            NewAppeal a,
            CheckedAppeal sent,
            Origin origin,
            CurrentUser by,
            Appeal.Decision decision,
            Command.@Nullable LeadOwn leads,
            Instant now) {
        return prepared(a, sent, origin, by.actor(), by, decision, leads, by.unit(), now);
    }

    private PreparedAppeal prepared(
            NewAppeal a,
            CheckedAppeal sent,
            Origin origin,
            Actor by,
            @Nullable CurrentUser officer,
            Appeal.@Nullable Decision decision,
            Command.@Nullable LeadOwn leads,
            @Nullable UnitId unit,
            Instant now) {
        Instant written = a.writtenAt();
        if (written != null && (written.isAfter(now) || written.isBefore(EARLIEST)))
            throw new BadInput("writtenAt", "problems.field.date");
        AppealContent words = sent.content();
        String channel = sent.channel();
        String ref = sent.channelRef();
        String outcome = decision == null ? "" : OutcomeText.of(decision.outcome());
        byte[] fingerprint = digest.fingerprint(words, channel, ref, a.appellant(), outcome);
        Appeal appeal = new Appeal(
                UuidCreator.getTimeOrderedEpoch(),
                numbers.next(now.atZone(Limits.ZONE).toLocalDate()),
                now,
                a.writtenAt(),
                channel,
                ref.isEmpty() ? null : digest.reference(channel, ref),
                unit,
                UuidCreator.getTimeOrderedEpoch(),
                Salt.fresh(),
                words,
                decision,
                null,
                null,
                Chain.START);
        return new PreparedAppeal(appeal, a.appellant(), a.wish(), origin, fingerprint, by, officer, leads);
    }

    private Receipt commit(PreparedAppeal submission) {
        GroupCommit<PreparedAppeal, Receipt> g = groups;
        if (g == null) throw new org.shouwen.problems.Busy("intake is not running");
        return g.submit(submission);
    }

    private Instant now() {
        return Instants.now(clock);
    }

    private Edition edition(Instant now) {
        return editions.current(now.atZone(Limits.ZONE).toLocalDate());
    }

    @Override
    public void start() {
        GroupCommit<PreparedAppeal, Receipt> g = new GroupCommit<>("intake", CAPACITY, GROUP, writer::write);
        g.start();
        groups = g;
    }

    @Override
    public void stop() {
        GroupCommit<PreparedAppeal, Receipt> g = groups;
        groups = null;
        if (g != null) g.close();
    }

    @Override
    public boolean isRunning() {
        return groups != null;
    }

    /** Starts before the web server and stops after it. */
    @Override
    public int getPhase() {
        return 0;
    }
}
