package org.shouwen.appeal;

import com.github.f4b6a3.uuid.UuidCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.Actor;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Redactor;
import org.shouwen.identity.Vault;
import org.shouwen.jdbc.Instants;
import org.shouwen.notification.Message;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Nothing;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.shouwen.workorder.Command;
import org.shouwen.workorder.Event;
import org.shouwen.workorder.OrderPage;
import org.shouwen.workorder.WorkOrder;
import org.shouwen.workorder.WorkOrders;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for objections to a closing; the rules are {@link Objection}'s. */
@Service
@Basis(Clause.A13_7)
public class Objections {
    private final ObjectionStore store;
    private final AppealVisibility readable;
    private final WorkOrders orders;
    private final Vault vault;
    private final History history;
    private final Outbox outbox;
    private final InstantSource clock;

    Objections(
            ObjectionStore store,
            AppealVisibility readable,
            WorkOrders orders,
            Vault vault,
            History history,
            Outbox outbox,
            InstantSource clock) {
        this.store = store;
        this.readable = readable;
        this.orders = orders;
        this.vault = vault;
        this.history = history;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What waits for a ruling, oldest first. */
    @Transactional(readOnly = true)
    public Page<Objection> waiting(CurrentUser by, @Nullable After after, int limit) {
        return store.waiting(ConflictOfInterest.name(by), after, limit);
    }

    /** Of one appeal, oldest first. */
    @Transactional(readOnly = true)
    public List<Objection> of(Appeal appeal) {
        return store.of(appeal.id());
    }

    /** Whether the outcome that stands can be objected to: a closed order, and nothing said against this closing yet. */
    boolean open(Appeal a, @Nullable OrderPage order) {
        return order != null
                && !a.forgotten()
                && order.order() instanceof WorkOrder.Closed c
                && store.of(a.id()).stream().noneMatch(o -> o.closedAt().equals(c.closedAt()));
    }

    /** @param a locked; {@code order} its own, or the one that leads it */
    Result<Nothing> ask(Appeal a, @Nullable OrderPage order, @Nullable String typed) {
        String words = Text.required("words", typed, 2000);
        if (order == null || !(order.order() instanceof WorkOrder.Closed closed)) return no("objection-not-closed");
        if (a.forgotten()) return no("forgotten-already");
        if (!open(a, order)) return no("objected-once");
        UUID accepted = order.way().stream()
                .filter(h -> h.event() instanceof Event.Accepted)
                .map(h -> Optional.ofNullable(h.by().account()))
                .reduce((_, last) -> last)
                .flatMap(x -> x)
                .orElse(null);
        Objection o = new Objection(
                UuidCreator.getTimeOrderedEpoch(),
                a.id(),
                order.number(),
                closed.closedAt(),
                accepted,
                now(),
                words,
                null);
        store.insert(o);
        write(o, a.salt(), o.askedAt(), Actor.APPELLANT, "Objected");
        tell(a, NotificationType.OBJECTION_RECEIVED, List.of(), o.askedAt());
        return Result.done();
    }

    /**
     * Rules on what waits. Upheld, the order is opened again with the same unit (ruling 8); else the person is told why not.
     *
     * @throws NotFound when there is none that this person may see
     */
    @Transactional
    public Result<Nothing> rule(String appeal, UUID id, boolean upheld, @Nullable String typed, CurrentUser by) {
        Appeal a = readable.get(appeal, by);
        Objection asked = store.lock(id)
                .filter(o -> o.appeal().equals(a.id()))
                .orElseThrow(() -> new NotFound("objection", id.toString()));
        String reason = Text.optional("reason", typed, 1000);
        Optional<Refused> refused = Objection.refuseRuling(asked, reason, by);
        if (refused.isPresent()) return new Result.No<>(refused.get());
        Instant now = now();
        Objection.Ruling ruling = new Objection.Ruling(upheld, reason, by.account(), by.name(), now);
        Objection ruled = with(asked, asked.words(), ruling);
        store.update(ruled);
        write(ruled, a.salt(), now, by.actor(), "ObjectionRuled");
        if (upheld) {
            String words = vault.scrub(a.appellant()).of(reason);
            orders.act(asked.order(), new Command.Reopen(words, true), by, null).orThrow();
        } else tell(a, NotificationType.OBJECTION_REFUSED, List.of(reason), now);
        return Result.done();
    }

    /** The appellant's term has run out. */
    void forget(Appeal a, Redactor scrub, Instant now) {
        for (Objection o : store.of(a.id())) {
            Objection.Ruling r = o.ruling();
            Objection masked = with(
                    o,
                    scrub.of(o.words()),
                    r == null
                            ? null
                            : new Objection.Ruling(r.upheld(), scrub.of(r.reason()), r.account(), r.officer(), r.at()));
            store.update(masked);
            write(masked, "", now, Actor.SYSTEM, "Forgotten");
        }
    }

    private static Objection with(Objection o, String words, Objection.@Nullable Ruling ruling) {
        return new Objection(o.id(), o.appeal(), o.order(), o.closedAt(), o.acceptedBy(), o.askedAt(), words, ruling);
    }

    private void write(Objection o, String salt, Instant at, Actor by, String type) {
        history.append(
                new Subject(Objection.KIND, o.id()), at, by, type, Objection.FORMAT.write(store.sealed(o, salt)));
    }

    private void tell(Appeal a, NotificationType moment, List<String> args, Instant now) {
        outbox.put(List.of(new Message(a.appellant(), a.number(), moment, args, now)));
    }

    private Instant now() {
        return Instants.now(clock);
    }

    /** Refused under Art. 13.7, which gives appellants what they may do themselves. */
    static Result<Nothing> no(String words) {
        return Result.no(Clause.A13_7, "appeal.refused." + words);
    }
}
