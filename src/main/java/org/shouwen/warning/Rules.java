package org.shouwen.warning;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The door for what calls for a warning: read by the machine, changed by two persons (Art. 2). */
@Service
@Transactional
@Basis(Clause.A2)
public class Rules {
    private static final int LEAST = 500;
    private static final int DAYS = 365;
    private static final double EXCESS = 100;
    private static final RuleBook SHIPPED = RuleFile.read();

    private final ChangeStore store;
    private final Thresholds thresholds;
    private final History history;
    private final InstantSource clock;

    Rules(ChangeStore store, Thresholds thresholds, History history, InstantSource clock) {
        this.store = store;
        this.thresholds = thresholds;
        this.history = history;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public RuleBook current() {
        return SHIPPED.with(store.granted());
    }

    /** What waits for a second person first. */
    @Transactional(readOnly = true)
    public Page<RuleChange> changes(@Nullable After after, int limit) {
        return store.page(after, limit);
    }

    /** What dismissals of the last year taught. */
    @Transactional(readOnly = true)
    public List<Threshold> taught() {
        return thresholds.taught(current(), clock.instant());
    }

    /** @throws BadInput when the word is there already, or is not there to be dropped */
    public RuleChange askWord(boolean drop, String word, String reason, CurrentUser by) {
        if (word.codePoints().filter(Character::isLetter).count() < 2) throw new BadInput("word", "warning.bad.short");
        if (current().words().contains(word) != drop)
            throw new BadInput("word", drop ? "warning.bad.no-word" : "warning.bad.twice");
        RuleChange.Kind kind = drop ? RuleChange.Kind.DROP_WORD : RuleChange.Kind.ADD_WORD;
        return ask(kind, new SignalRule(Signal.SENSITIVE_WORD, 0, 0, 0), word, reason, by);
    }

    /** @throws BadInput naming what is out of bounds */
    public RuleChange askRule(SignalRule rule, String reason, CurrentUser by) {
        if (rule.least() < 1 || rule.least() > LEAST) throw new BadInput("least", "warning.bad.bounds", 1, LEAST);
        if (rule.days() < 1 || rule.days() > DAYS) throw new BadInput("days", "warning.bad.bounds", 1, DAYS);
        if (!(rule.excess() >= 0 && rule.excess() <= EXCESS))
            throw new BadInput("excess", "warning.bad.bounds", 0, (int) EXCESS);
        return ask(RuleChange.Kind.SET_RULE, rule, "", reason, by);
    }

    private RuleChange ask(RuleChange.Kind kind, SignalRule rule, String word, String reason, CurrentUser by) {
        if (by.program() || !WarningLife.decides(by)) throw no("person-decides");
        if (reason.isBlank()) throw no("reason-missing");
        RuleChange c = new RuleChange(
                UuidCreator.getTimeOrderedEpoch(),
                kind,
                rule.signal(),
                word,
                rule.least(),
                rule.days(),
                rule.excess(),
                reason,
                by.name(),
                Instants.now(clock),
                null,
                null,
                null);
        store.insert(c);
        history.append(
                new Subject(ChangeStore.KIND, c.id()), c.askedAt(), by.actor(), "Asked", ChangeStore.FORMAT.write(c));
        return c;
    }

    /** The second person's word; the first one's is none. */
    public RuleChange rule(UUID id, boolean grant, CurrentUser by) {
        if (by.program() || !WarningLife.decides(by)) throw no("person-decides");
        RuleChange c = store.lock(id).orElseThrow(() -> new NotFound("warning-rule", id.toString()));
        if (!c.waits()) throw no("ruled-already");
        if (c.askedBy().equals(by.name())) throw no("second-person");
        RuleChange ruled = c.ruled(grant, by.name(), Instants.now(clock));
        store.ruled(ruled);
        history.append(
                new Subject(ChangeStore.KIND, id),
                Instants.now(clock),
                by.actor(),
                grant ? "Granted" : "Refused",
                ChangeStore.FORMAT.write(ruled));
        return ruled;
    }

    private static RuntimeException no(String words) {
        return new Refused(Clause.A2, "warning.refused." + words).toRefusal();
    }
}
