package org.shouwen.workorder;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.directory.UnitId;
import org.shouwen.history.Actor;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Service for acting on orders: loads, decides, and in one transaction writes the row and its history. */
@Service
public class WorkOrders {
    private final OrderStore store;
    private final HeldOrders held;
    private final BoardStore board;
    private final CommandReferences names;
    private final MatterDigest digest;
    private final NewOrders registration;
    private final OrderDecisions decisions;
    private final OrderRecorder recorder;
    private final InstantSource clock;

    WorkOrders(
            OrderStore store,
            HeldOrders held,
            BoardStore board,
            CommandReferences names,
            MatterDigest digest,
            NewOrders registration,
            OrderDecisions decisions,
            OrderRecorder recorder,
            InstantSource clock) {
        this.store = store;
        this.held = held;
        this.board = board;
        this.names = names;
        this.digest = digest;
        this.registration = registration;
        this.decisions = decisions;
        this.recorder = recorder;
        this.clock = clock;
    }

    /** Registers orders within the caller's transaction, many in few statements (Art. 12.2). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(List<NewWorkOrder> registrations) {
        registration.register(registrations);
    }

    /**
     * Does what a person asks.
     *
     * @param expected the version the person saw; null when any will do
     * @throws NotFound when there is no such order, or the person's unit has nothing to do with it
     * @throws Stale when the order is no longer as the person saw it
     * @throws org.shouwen.problems.BadInput when the command names a unit, section or officer that is not there
     */
    @Transactional
    public Result<Acted> act(String number, Command command, CurrentUser by, @Nullable Long expected) {
        OrderRow row = locked(number);
        if (!Visibility.sees(by, row, store)) throw new NotFound("work order", number);
        if (expected != null && !command.besides() && expected != row.chain().seq())
            throw new Stale("work order", expected, row.chain().seq());
        if ((row.order() instanceof WorkOrder.Closed || row.order() instanceof WorkOrder.Joined)
                && store.forgotten(row.id()))
            return new Result.No<>(new Refused(Clause.A21, "workorder.refused.forgotten"));
        names.check(command, row);
        return decisions.decide(row, command, by);
    }

    /** {@link #act}, and the photos and papers that belong to it with it; a refused act leaves none of them. */
    @Transactional
    public Result<Acted> act(
            String number, Command command, List<PaperRef> attached, CurrentUser by, @Nullable Long expected) {
        Result<Acted> outcome = act(number, command, by, expected);
        return attached.isEmpty() || outcome instanceof Result.No
                ? outcome
                : act(number, new Command.Attach(attached), by, null);
    }

    /** The appellant asks again about an open order (ruling 10). */
    @Transactional
    public Result<Acted> remind(String number, String text, Actor by) {
        return remind(number, leadOf(number), text, by);
    }

    private Result<Acted> remind(String number, String lead, String text, Actor by) {
        // not locked: a lead that is closed locks itself first and what goes under it after
        if (store.find(number).filter(r -> OrderDecisions.hidden(r, by)).isPresent())
            throw new NotFound("work order", number);
        OrderRow row = locked(lead);
        if (OrderDecisions.hidden(row, by)) throw new NotFound("work order", number);
        return decisions.decide(row, new Command.Remind(text), new Party.Appellant(), by);
    }

    /** {@link #remind}, and what is kept from units for it is kept with the order, and with the one that leads it (Art. 21). */
    @Transactional
    public Result<Acted> remind(String number, String text, Confidentiality kept, Actor by) {
        String lead = leadOf(number);
        Result<Acted> outcome = remind(number, lead, text, by);
        if (outcome instanceof Result.Done && kept.any()) {
            keep(number, kept, by);
            if (!lead.equals(number)) keep(lead, kept, by);
        }
        return outcome;
    }

    /** {@link Command.KeepSecret} as it follows from something else. */
    @Transactional
    public void keepSecret(String number, Actor by) {
        keep(number, new Confidentiality(true, List.of(), "", null, null), by);
    }

    private void keep(String number, Confidentiality kept, Actor by) {
        OrderRow row = locked(number);
        recorder.record(row, ConfidentialityReplay.taking(row.shield(), kept), Instants.now(clock), by);
    }

    /**
     * What an appellant says of the outcome stands with the order that has it, or that leads it (Art. 14).
     *
     * @param words already without what leads to the person
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void rated(String number, boolean satisfied, boolean resolved, String words, Actor by) {
        OrderRow row = locked(leadOf(number));
        if (!(row.order() instanceof WorkOrder.Closed) || store.forgotten(row.id())) return;
        recorder.record(row, List.of(new Event.Rated(satisfied, resolved, words)), Instants.now(clock), by);
    }

    /** An order that was registered within this transaction goes under another one at once (ruling 10). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result<Acted> join(String number, String lead, CurrentUser by) {
        return decisions.decide(locked(number), new Command.Join(lead), by);
    }

    /** An order that was registered within this transaction is the unit's own from the start (Art. 10.2, 10.3). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result<Acted> leadOwn(String number, Command.LeadOwn command, CurrentUser by) {
        OrderRow row = locked(number);
        names.check(command, row);
        return decisions.decide(row, command, by);
    }

    /** The unit that has it is closed: it goes on to another, as if the platform had dispatched it there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result<Acted> handOn(String number, UnitId to, String reason, Actor by) {
        OrderRow row = locked(number);
        Assignment duty = row.order().dutyOrNull();
        String limitClass = duty == null ? "" : duty.limitClass();
        Command command = new Command.DispatchElsewhere(to, limitClass, reason);
        names.check(command, row);
        return decisions.decide(row, command, new Party.Platform(Set.of(Role.DISPATCHER)), by);
    }

    /** An officer leaves: what they hold goes to another of the unit, or back to its desk. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reassign(String number, UUID from, @Nullable UUID to, Actor by) {
        OrderRow row = locked(number);
        Assignment duty = row.order().dutyOrNull();
        if (duty == null || !from.equals(duty.officer())) return;
        if (to != null) names.check(new Command.Assign(null, to), row);
        Event assigned = new Event.Assigned(duty.section(), to);
        recorder.record(row, List.of(assigned), Instants.now(clock), by);
    }

    /** Whoever asks again about a joined order asks about the one that leads. */
    private String leadOf(String number) {
        return store.find(number).map(OrderRow::order).orElse(null) instanceof WorkOrder.Joined j ? j.lead() : number;
    }

    private OrderRow locked(String number) {
        return held.require(store.lock(number).orElseThrow(() -> new NotFound("work order", number)));
    }

    /** The appellant's term has run out (Art. 21): what led to them goes out of the matter as well. */
    @Transactional
    public void forget(String number) {
        OrderRow row = store.lock(number).map(held::require).orElse(null);
        if (row == null) return;
        Matter blank = board.matter(row.id()).blank();
        store.forget(row.id(), blank);
        recorder.record(row, List.of(new Event.Forgotten(digest.of("", blank))), Instants.now(clock), Actor.SYSTEM);
    }
}
