package org.shouwen.callback;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.WorkOrderBoard;
import org.shouwen.workorder.WorkOrders;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Service for callbacks: the list to call, the rates of the draw, and what the person said (Art. 14). */
@Service
@Transactional
public class Callbacks {
    private final CallbackStore store;
    private final DrawStore draws;
    private final ApplicationEventPublisher events;
    private final WorkOrderBoard board;
    private final WorkOrders orders;
    private final Editions editions;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;
    private final OrderTextRedactor orderWords;

    Callbacks(
            CallbackStore store,
            DrawStore draws,
            ApplicationEventPublisher events,
            WorkOrderBoard board,
            WorkOrders orders,
            Editions editions,
            History history,
            JsonMapper json,
            InstantSource clock,
            OrderTextRedactor orderWords) {
        this.orderWords = orderWords;
        this.store = store;
        this.draws = draws;
        this.events = events;
        this.board = board;
        this.orders = orders;
        this.editions = editions;
        this.history = history;
        this.json = json;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Page<Callback> waiting(CurrentUser by, @Nullable After after, int limit) {
        return store.waiting(ConflictOfInterest.reader(by), after, limit);
    }

    @Transactional(readOnly = true)
    public Page<Callback> done(CurrentUser by, @Nullable After after, int limit) {
        return store.done(ConflictOfInterest.reader(by), after, limit);
    }

    /** Rates that differ from the edition's usual one. */
    @Transactional(readOnly = true)
    public List<Sampling.Rate> rates() {
        return draws.rates();
    }

    /** The usual rate, in a hundred. */
    public int usualRate() {
        return edition().callback().ratePercent();
    }

    /** Sets how many in a hundred of a unit's, a kind's or a class's closed orders are called back; null is any. */
    public void rate(
            @Nullable String unit, @Nullable String kind, @Nullable String limitClass, int percent, CurrentUser by) {
        if (percent < 0 || percent > 100) throw new BadInput("percent", "callback.bad.percent");
        Sampling.Rate rate = new Sampling.Rate(unit, kind, limitClass, percent);
        draws.dropRate(rate);
        draws.putRate(rate);
        history.append(
                Subject.of("callback_rates", "city"), now(), by.actor(), "RateSet", json.writeValueAsString(rate));
    }

    public void dropRate(@Nullable String unit, @Nullable String kind, @Nullable String limitClass, CurrentUser by) {
        Sampling.Rate rate = new Sampling.Rate(unit, kind, limitClass, 0);
        draws.dropRate(rate);
        history.append(
                Subject.of("callback_rates", "city"), now(), by.actor(), "RateDropped", json.writeValueAsString(rate));
    }

    @Transactional(readOnly = true)
    public Callback get(UUID id) {
        return store.find(id).orElseThrow(() -> new NotFound("callback", id.toString()));
    }

    /**
     * What came of a call. A report that the person calls untruthful reopens the order (ruling 8) and calls for
     * supervision.
     *
     * @throws org.shouwen.problems.Refusal under Art. 14 when nothing waits to be called any more
     */
    public Callback answer(UUID id, Callback.Answer answer, CurrentUser by) {
        Callback before = store.lock(id)
                .filter(c -> !board.about(by, c.orderNumber()))
                .orElseThrow(() -> new NotFound("callback", id.toString()));
        if (before.state() == Callback.State.UNREACHED)
            throw new Refused(Clause.A14, "callback.refused.over").toRefusal();
        if (before.state() == Callback.State.REACHED && !answer.reached())
            throw new Refused(Clause.A14, "callback.refused.over").toRefusal();
        String words = PersonalDataDetector.mask(
                orderWords.unnamed(before.orderNumber(), answer.words(), by.actor()), Identity.UNNAMED);
        if (answer.reached() && !answer.truthful() && words.isEmpty())
            throw new Refused(Clause.A14, "callback.refused.words-missing").toRefusal();
        Callback.Answer said =
                new Callback.Answer(answer.reached(), answer.truthful(), answer.resolved(), answer.satisfied(), words);
        Callback after = before.after(said, edition().callback().tries(), now(), by.name());
        store.update(after);
        history.append(new Subject("callback", id), now(), by.actor(), "Called", CallbackVerifier.FORMAT.write(after));
        boolean untruthful = answer.reached() && !answer.truthful() && !Boolean.FALSE.equals(before.truthful());
        if (untruthful) {
            orders.act(after.orderNumber(), new Command.Reopen(words), by, null).orThrow();
            events.publishEvent(
                    new FoundUntruthful(after.order(), after.orderNumber(), after.unit(), now(), words, by.name()));
        }
        return after;
    }

    private Edition edition() {
        return editions.current(now().atZone(Limits.ZONE).toLocalDate());
    }

    private Instant now() {
        return Instants.now(clock);
    }
}
