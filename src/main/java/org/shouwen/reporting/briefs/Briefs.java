package org.shouwen.reporting.briefs;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Refusal;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.reporting.Period;
import org.shouwen.reporting.facts.FactKeeper;
import org.shouwen.reporting.figures.Rising;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Service for briefs: made by themselves on the plan's day, edited, sent, and every version kept (Art. 2). */
@Service
@Transactional
@Basis(Clause.A2)
public class Briefs {
    private final BriefStore store;
    private final BriefPlans plans;
    private final BriefFigures figures;
    private final BriefSamples samples;
    private final Promised promised;
    private final FactKeeper facts;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Briefs(
            BriefStore store,
            BriefPlans plans,
            BriefFigures figures,
            BriefSamples samples,
            Promised promised,
            FactKeeper facts,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.store = store;
        this.plans = plans;
        this.figures = figures;
        this.samples = samples;
        this.promised = promised;
        this.facts = facts;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    /** Latest time first; whoever does not write them sees those that were sent. */
    @Transactional(readOnly = true)
    public Page<Brief.Line> list(CurrentUser by, @Nullable After after, int limit) {
        return store.list(!writes(by), after, limit);
    }

    /** @throws NotFound when there is none for this person */
    @Transactional(readOnly = true)
    public Brief get(UUID id, CurrentUser by) {
        return store.find(id)
                .filter(b -> writes(by) || b.sent())
                .orElseThrow(() -> new NotFound("brief", id.toString()));
    }

    /**
     * Makes the last one that is due.
     *
     * @return empty when it is there already, or nothing was taken in that time
     */
    public Optional<UUID> make(BriefKind kind, Actor by) {
        Period period = kind.due(today(), plans.of(kind).day());
        if (store.exists(kind, period)) return Optional.empty();
        facts.run();
        BriefData data = figures.of(kind, period);
        if (data.over("taken") == 0) return Optional.empty();
        UUID id = UuidCreator.getTimeOrderedEpoch();
        Instant now = Instants.now(clock);
        if (!store.insert(id, kind, period, now, data)) return Optional.empty();
        List<BriefText.Promise> kept = store.before(kind, period)
                .flatMap(store::find)
                .map(b -> promised.of(b.valid().text()))
                .orElse(List.of());
        store.insert(id, new Brief.Version(1, now, "", BriefWords.first(kind, period, data, kept)));
        List<Rising> risings = figures.rising(period);
        for (Brief.Sample s : samples.of(risings, period)) store.insert(id, s);
        record(id, "BriefMade", Map.of("kind", kind.name(), "from", period.from(), "to", period.to()), by);
        return Optional.of(id);
    }

    /**
     * Keeps a new version.
     *
     * @param on the version that was edited
     * @throws Stale when somebody kept another one meanwhile
     * @throws Refusal under Art. 2 when it was sent
     * @throws org.shouwen.problems.BadInput when a number or an address in it leads to a person
     */
    public void edit(UUID id, int on, BriefText typed, CurrentUser by) {
        Brief b = locked(id, on, by);
        BriefText text = BriefInput.checked(typed, b.data());
        if (text.equals(b.latest().text())) return;
        store.insert(id, new Brief.Version(on + 1, Instants.now(clock), by.name(), text));
        record(id, "BriefEdited", Map.of("version", on + 1), by.actor());
    }

    /** Says that a version went out; from then on it stays as it is. */
    public void send(UUID id, int version, CurrentUser by) {
        locked(id, version, by);
        store.sent(id, version, by.name(), Instants.now(clock));
        record(id, "BriefSent", Map.of("version", version), by.actor());
    }

    private Brief locked(UUID id, int on, CurrentUser by) {
        store.lock(id);
        Brief b = get(id, by);
        if (b.sent()) throw new Refused(Clause.A2, "reporting.refused.brief-sent").toRefusal();
        if (b.latest().no() != on) throw new Stale("brief", on, b.latest().no());
        return b;
    }

    private static boolean writes(CurrentUser by) {
        return by.has(Role.BUREAU);
    }

    private void record(UUID id, String type, Map<String, Object> what, Actor by) {
        history.append(new Subject(Brief.KIND, id), Instants.now(clock), by, type, json.writeValueAsString(what));
    }

    private LocalDate today() {
        return clock.instant().atZone(Limits.ZONE).toLocalDate();
    }
}
