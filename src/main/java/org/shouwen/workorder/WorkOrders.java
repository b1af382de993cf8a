package org.shouwen.workorder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.attachments.PaperRef;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.calendar.WorkingDays;
import org.shouwen.confidentiality.Confidentiality;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.confidentiality.Parties;
import org.shouwen.directory.Directory;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.UnitId;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.jdbc.Instants;
import org.shouwen.keys.Salt;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Stale;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Edition;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Refused;
import org.shouwen.regulation.Result;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Service for acting on orders: loads, decides, and in one transaction writes the row and its history. */
@Service
public class WorkOrders {
    private final OrderStore store;
    private final HeldOrders held;
    private final BoardStore board;
    private final Units units;
    private final Directory directory;
    private final History history;
    private final EventJson json;
    private final MatterDigest digest;
    private final MatterCorrections corrections;
    private final PastLegs legs;
    private final CommandReferences names;
    private final OrderTextRedactor words;
    private final Parties parties;
    private final WorkCalendar calendar;
    private final Editions editions;
    private final ApplicationEventPublisher events;
    private final InstantSource clock;

    WorkOrders(
            OrderStore store,
            HeldOrders held,
            BoardStore board,
            Units units,
            Directory directory,
            History history,
            EventJson json,
            MatterDigest digest,
            MatterCorrections corrections,
            PastLegs legs,
            CommandReferences names,
            OrderTextRedactor words,
            Parties parties,
            WorkCalendar calendar,
            Editions editions,
            ApplicationEventPublisher events,
            InstantSource clock) {
        this.store = store;
        this.held = held;
        this.board = board;
        this.units = units;
        this.directory = directory;
        this.history = history;
        this.json = json;
        this.digest = digest;
        this.corrections = corrections;
        this.legs = legs;
        this.names = names;
        this.words = words;
        this.parties = parties;
        this.calendar = calendar;
        this.editions = editions;
        this.events = events;
        this.clock = clock;
    }

    /** Registers orders within the caller's transaction, many in few statements (Art. 12.2). */
    @Transactional(propagation = Propagation.MANDATORY)
    public void register(List<NewWorkOrder> registrations) {
        if (registrations.isEmpty()) return;
        List<Entry> entries = new ArrayList<>(registrations.size());
        List<String> salts = new ArrayList<>(registrations.size());
        for (NewWorkOrder r : registrations) {
            String salt = Salt.fresh();
            salts.add(salt);
            Event event = new Event.Registered(
                    r.number(),
                    r.appeal(),
                    digest.of(salt, r.matter()),
                    r.matter().urgentKind(),
                    r.shield().secret(),
                    r.shield().accusedUnits(),
                    r.shield().accused(),
                    r.shield().unclear());
            entries.add(new Entry(
                    new Subject(OrderRow.KIND, r.id()), Chain.START, r.at(), r.by(), name(event), json.write(event)));
        }
        List<Chain> chains = history.appendAll(entries);
        List<OrderRow> rows = new ArrayList<>(registrations.size());
        for (int i = 0; i < chains.size(); i++) {
            NewWorkOrder r = registrations.get(i);
            rows.add(new OrderRow(
                    r.id(),
                    r.number(),
                    r.appeal(),
                    r.at(),
                    new WorkOrder.Registered(),
                    null,
                    r.shield(),
                    chains.get(i)));
        }
        store.insert(rows, registrations, salts);
        rows.forEach(held::wrote);
        for (NewWorkOrder r : registrations)
            if (!r.shield().equals(Confidentiality.NONE)) parties.keep(r.number(), r.shield(), null);
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
        return decide(row, command, party(by), by.actor());
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
        if (store.find(number).filter(r -> hidden(r, by)).isPresent()) throw new NotFound("work order", number);
        OrderRow row = locked(lead);
        if (hidden(row, by)) throw new NotFound("work order", number);
        return decide(row, new Command.Remind(text), new Party.Appellant(), by);
    }

    /** Nor does anybody of the platform reach an order about themselves by way of another one. */
    private static boolean hidden(OrderRow row, Actor by) {
        return by.account() != null && by.unit() == null && row.shield().accuses(by.name());
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
        record(row, ConfidentialityReplay.taking(row.shield(), kept), Instants.now(clock), by);
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
        record(row, List.of(new Event.Rated(satisfied, resolved, words)), Instants.now(clock), by);
    }

    /** An order that was registered within this transaction goes under another one at once (ruling 10). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result<Acted> join(String number, String lead, CurrentUser by) {
        return decide(locked(number), new Command.Join(lead), party(by), by.actor());
    }

    /** An order that was registered within this transaction is the unit's own from the start (Art. 10.2, 10.3). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result<Acted> leadOwn(String number, Command.LeadOwn command, CurrentUser by) {
        OrderRow row = locked(number);
        names.check(command, row);
        return decide(row, command, party(by), by.actor());
    }

    /** The unit that has it is closed: it goes on to another, as if the platform had dispatched it there. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Result<Acted> handOn(String number, UnitId to, String reason, Actor by) {
        OrderRow row = locked(number);
        Assignment duty = row.order().dutyOrNull();
        String limitClass = duty == null ? "" : duty.limitClass();
        Command command = new Command.DispatchElsewhere(to, limitClass, reason);
        names.check(command, row);
        return decide(row, command, new Party.Platform(Set.of(Role.DISPATCHER)), by);
    }

    /** An officer leaves: what they hold goes to another of the unit, or back to its desk. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void reassign(String number, UUID from, @Nullable UUID to, Actor by) {
        OrderRow row = locked(number);
        Assignment duty = row.order().dutyOrNull();
        if (duty == null || !from.equals(duty.officer())) return;
        if (to != null) names.check(new Command.Assign(null, to), row);
        Event assigned = new Event.Assigned(duty.section(), to);
        record(row, List.of(assigned), Instants.now(clock), by);
    }

    /** Whoever asks again about a joined order asks about the one that leads. */
    private String leadOf(String number) {
        return store.find(number).map(OrderRow::order).orElse(null) instanceof WorkOrder.Joined j ? j.lead() : number;
    }

    private OrderRow locked(String number) {
        return held.require(store.lock(number).orElseThrow(() -> new NotFound("work order", number)));
    }

    private Result<Acted> decide(OrderRow row, Command command, Party party, Actor by) {
        Instant now = Instants.now(clock);
        if (command instanceof Command.Join join && row.order() instanceof WorkOrder.Registered) {
            OrderRow lead = store.holdLead(join.lead())
                    .filter(l -> !hidden(l, by))
                    .orElseThrow(() -> new BadInput("lead", "workorder.bad.no-such-order", join.lead()));
            Optional<Refused> refused = Joining.refuse(row, store.leads(row.number()), lead);
            if (refused.isPresent()) return new Result.No<>(refused.get());
        }
        return switch (WorkOrderLifecycle.act(
                row.order(), row.urgent(), command, party, now, rules(row, command, now))) {
            case Decision.No(var refused) -> new Result.No<>(refused);
            case Decision.Done(var happened) -> {
                OrderRow after = record(row, happened, now, by);
                yield new Result.Done<>(new Acted(
                        after.number(), after.order().state(), after.chain().seq()));
            }
        };
    }

    /** The appellant's term has run out (Art. 21): what led to them goes out of the matter as well. */
    @Transactional
    public void forget(String number) {
        OrderRow row = store.lock(number).map(held::require).orElse(null);
        if (row == null) return;
        Matter blank = board.matter(row.id()).blank();
        store.forget(row.id(), blank);
        record(row, List.of(new Event.Forgotten(digest.of("", blank))), Instants.now(clock), Actor.SYSTEM);
    }

    private OrderRow record(OrderRow row, List<Event> decided, Instant now, Actor by) {
        List<Event> happened = corrections.written(row.id(), unnamed(row, decided, by));
        OrderRow after = row;
        for (Event event : happened) {
            Actor actor = EventKinds.isMark(event) ? Actor.SYSTEM : by;
            Chain chain =
                    history.append(new Entry(row.subject(), after.chain(), now, actor, name(event), json.write(event)));
            after = after.after(event, now, chain);
        }
        if (!happened.isEmpty()) {
            store.update(after, row.chain().seq());
            held.wrote(after);
        }
        legs.ended(row, happened, now);
        if (!after.shield().equals(row.shield()) || !Objects.equals(after.leadOrNull(), row.leadOrNull()))
            parties.keep(after.number(), after.shield(), after.leadOrNull());
        for (Event event : happened) {
            if (event instanceof Event.ReturnGranted e) learn(row, e, by);
            if (event instanceof Event.Accepted) answerJoined(row.number(), now, by);
        }
        for (Event event : happened) events.publishEvent(OrderMoved.of(after, event, now));
        return after;
    }

    /** What was written, without the name and number of whoever brought the order (Art. 21). */
    private List<Event> unnamed(OrderRow row, List<Event> events, Actor by) {
        if (events.stream().noneMatch(EventKinds::says)) return events;
        UnaryOperator<String> masked = words.of(row.number(), row.shield(), by);
        return events.stream()
                .map(e -> EventKinds.says(e) ? json.with(e, masked) : e)
                .toList();
    }

    /** Every appellant whose order is joined under this one is answered with it, each on their own record (ruling 10). */
    private void answerJoined(String lead, Instant now, Actor by) {
        List<OrderRow> joined = store.lockJoined(lead);
        if (joined.isEmpty()) return;
        Event event = new Event.AnsweredWithLead(lead);
        List<Chain> chains = history.appendAll(joined.stream()
                .map(r -> new Entry(r.subject(), r.chain(), now, by, name(event), json.write(event)))
                .toList());
        List<OrderRow> answered = new ArrayList<>(joined.size());
        for (int i = 0; i < joined.size(); i++) answered.add(joined.get(i).after(event, now, chains.get(i)));
        store.updateAnswered(answered, now);
    }

    /** The duty ruling feeds the duty list: the next such matter is suggested to the right unit. */
    private void learn(OrderRow row, Event.ReturnGranted granted, Actor by) {
        Matter matter = board.matter(row.id());
        String matterClass = matter.matterClass();
        if (matterClass == null) return;
        units.rule(
                new DutyEntry(matterClass, matter.place(), granted.dispatched().lead()), granted.rulingNumber(), by);
    }

    /** Only what sets a limit needs the calendar held still. */
    private DecisionContext rules(OrderRow row, Command command, Instant now) {
        Assignment duty = row.order().dutyOrNull();
        // what is dispatched, also anew, falls under the edition that holds today
        boolean anew = command instanceof Command.GrantReturn || command instanceof Command.DispatchElsewhere;
        Edition edition = duty == null || anew
                ? editions.current(now.atZone(Limits.ZONE).toLocalDate())
                : editions.get(duty.edition());
        boolean setsLimit = command instanceof Command.Dispatch
                || command instanceof Command.LeadOwn
                || command instanceof Command.Reclassify
                || command instanceof Command.GrantExtension
                || anew;
        WorkingDays days = setsLimit ? calendar.currentForLimits() : calendar.current();
        boolean closed = duty != null && row.shield().withheldFrom(duty.lead(), directory.above(duty.lead()));
        MatterHeading heading =
                command instanceof Command.CorrectMatter ? corrections.heading(row.id()) : MatterHeading.NONE;
        String holder =
                command instanceof Command.ReportOutcome && duty != null ? OrderHolder.askWhom(duty, directory) : "";
        return new DecisionContext(edition, days, row.shield(), closed, heading, holder);
    }

    private Party party(CurrentUser by) {
        return Party.of(by, OrderHolder.section(by, directory));
    }

    static String name(Event event) {
        return EventJson.name(event);
    }
}
