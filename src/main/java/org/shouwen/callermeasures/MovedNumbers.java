package org.shouwen.callermeasures;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.PhoneKeys;
import org.shouwen.jdbc.Instants;
import org.shouwen.jobs.Job;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Moves measures to the form in which their number is written today, each with its entry. A measure is found under both
 * forms, so that calls are handled as ruled before, while and after it moves (Art. 20).
 */
@Component
@Basis(Clause.A20)
class MovedNumbers implements Job {
    private final RulingStore store;
    private final PhoneKeys keys;
    private final History history;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final InstantSource clock;

    MovedNumbers(
            RulingStore store,
            PhoneKeys keys,
            History history,
            JdbcClient jdbc,
            TransactionTemplate transaction,
            InstantSource clock) {
        this.store = store;
        this.keys = keys;
        this.history = history;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "nuisance-numbers";
    }

    @Override
    public Duration every() {
        return Duration.ofMinutes(10);
    }

    @Override
    public void run() {
        List<RulingStore.Kept> kept =
                store.kept().stream().filter(k -> !k.phoneKey().isEmpty()).toList();
        Map<UUID, Set<String>> forms =
                keys.forms(kept.stream().map(k -> k.ruling().appellant()).toList());
        for (RulingStore.Kept k : kept) {
            Set<String> each = forms.getOrDefault(k.ruling().appellant(), Set.of());
            if (!each.contains(k.phoneKey())) continue;
            String today = each.iterator().next();
            if (!today.equals(k.phoneKey())) transaction.executeWithoutResult(_ -> move(k.id(), k.phoneKey(), today));
        }
    }

    /** Not when another is open about the same number: it moves when that one is over, and is found meanwhile. */
    private void move(UUID id, String from, String to) {
        if (store.lock(id).isEmpty()) return;
        RulingStore.Kept now =
                store.kept().stream().filter(k -> k.id().equals(id)).findFirst().orElseThrow();
        // a row that was changed by hand is for verify to find, not to be written anew
        Subject subject = new Subject(RulingStore.KIND, id);
        Ruling written = RulingStore.FORMAT.read(history.of(subject).getLast().body());
        if (!now.phoneKey().equals(from) || !store.fits(now) || !written.equals(now.ruling())) return;
        boolean taken = store.kept().stream()
                .anyMatch(k -> k.phoneKey().equals(to) && k.ruling().open());
        if (taken && now.ruling().open()) return;
        Ruling moved = named(now.ruling(), store.digest(now.salt(), to));
        jdbc.sql("update nuisance.ruling set phone_key = :to, body = :body where id = :id")
                .param("to", to)
                .param("body", store.write(moved))
                .param("id", id)
                .update();
        history.append(subject, Instants.now(clock), Actor.SYSTEM, "NumberMoved", store.write(moved));
    }

    private static Ruling named(Ruling r, String number) {
        return new Ruling(
                r.id(),
                r.appellant(),
                number,
                r.told(),
                r.ground(),
                r.measure(),
                r.days(),
                r.evidence(),
                r.reason(),
                r.proposed(),
                r.first(),
                r.second(),
                r.state(),
                r.until(),
                r.reviewBy(),
                r.looks(),
                r.objection(),
                r.police(),
                r.end());
    }
}
