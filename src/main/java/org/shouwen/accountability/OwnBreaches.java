package org.shouwen.accountability;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Refused;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** A unit's door to the cases against it: it is told with the opening, answers before the hearing, reads the finding. */
@Service
@Transactional
public class OwnBreaches {
    private final BreachStore store;
    private final History history;
    private final InstantSource clock;
    private final OrderTextRedactor orderWords;
    private final UnitScope scope;

    OwnBreaches(
            BreachStore store, History history, InstantSource clock, OrderTextRedactor orderWords, UnitScope scope) {
        this.store = store;
        this.history = history;
        this.clock = clock;
        this.orderWords = orderWords;
        this.scope = scope;
    }

    @Transactional(readOnly = true)
    public Page<Breach> list(CurrentUser by, @Nullable After after, int limit) {
        UnitId unit = unit(by);
        return scope.asPlatform(() -> store.ofUnit(unit, after, limit));
    }

    /** How many cases wait for the unit: for its answer, or to be read. */
    @Transactional(readOnly = true)
    public int waiting(CurrentUser by) {
        UnitId unit = unit(by);
        return scope.asPlatform(() -> store.waitingForUnit(unit));
    }

    @Transactional(readOnly = true)
    public Breach get(String number, CurrentUser by) {
        UnitId unit = unit(by);
        return scope.asPlatform(() -> store.find(number))
                .filter(b -> b.unit().equals(unit))
                .orElseThrow(() -> new NotFound("breach", number));
    }

    /** What the unit answers in writing; it may be said anew until the hearing. */
    public Breach answer(String number, String words, CurrentUser by) {
        return act(number, by, "Answered", b -> {
            String said = b.orderNumber() == null ? words : orderWords.unnamed(b.orderNumber(), words, by.actor());
            refuse(BreachRules.answer(b, said));
            return b.with(b.steps().answered(Steps.By.of(by, Instants.now(clock)), said));
        });
    }

    /** A named person of the unit has read the finding. */
    public Breach read(String number, CurrentUser by) {
        return act(number, by, "FindingRead", b -> {
            refuse(BreachRules.read(b));
            return b.with(b.steps().read(Steps.By.of(by, Instants.now(clock))));
        });
    }

    private Breach act(String number, CurrentUser by, String type, java.util.function.UnaryOperator<Breach> decided) {
        UnitId unit = unit(by);
        return scope.asPlatform(() -> {
            Breach before = store.lock(number)
                    .filter(b -> b.unit().equals(unit))
                    .orElseThrow(() -> new NotFound("breach", number));
            Breach after = decided.apply(before);
            store.update(after);
            history.append(
                    new Subject("breach", after.id()),
                    clock.instant(),
                    by.actor(),
                    type,
                    BreachVerifier.FORMAT.write(after));
            return after;
        });
    }

    private static UnitId unit(CurrentUser by) {
        UnitId unit = by.unit();
        if (unit == null) throw new NotFound("breach", "");
        return unit;
    }

    private static void refuse(java.util.Optional<Refused> refused) {
        if (refused.isPresent()) throw refused.get().toRefusal();
    }
}
