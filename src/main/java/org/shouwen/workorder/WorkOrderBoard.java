package org.shouwen.workorder;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.access.Role;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.confidentiality.MaskRemover;
import org.shouwen.confidentiality.Parties;
import org.shouwen.confidentiality.Reader;
import org.shouwen.confidentiality.Readers;
import org.shouwen.directory.Directory;
import org.shouwen.directory.Unit;
import org.shouwen.directory.UnitId;
import org.shouwen.history.History;
import org.shouwen.problems.After;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Service for reading orders: pages, queues, a unit's inbox. Shows a person only what is theirs to see. */
@Service
@Transactional(readOnly = true)
public class WorkOrderBoard {
    private final BoardStore store;
    private final QueueStore queues;
    private final OrderStore orders;
    private final History history;
    private final EventJson json;
    private final WorkCalendar calendar;
    private final Directory directory;
    private final Parties parties;
    private final Readers readers;
    private final InstantSource clock;

    WorkOrderBoard(
            BoardStore store,
            QueueStore queues,
            OrderStore orders,
            History history,
            EventJson json,
            WorkCalendar calendar,
            Directory directory,
            Parties parties,
            Readers readers,
            InstantSource clock) {
        this.parties = parties;
        this.readers = readers;
        this.directory = directory;
        this.store = store;
        this.queues = queues;
        this.orders = orders;
        this.history = history;
        this.json = json;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** @throws NotFound when there is none, or it is not the person's to see */
    public OrderPage page(String number, CurrentUser by) {
        OrderRow row = orders.find(number)
                .filter(r -> Visibility.sees(by, r, orders))
                .orElseThrow(() -> new NotFound("work order", number));
        OrderPage page = page(row);
        return identityWithheld(page, by) ? blank(page) : page;
    }

    /** A mask still tells a surname and seven digits to those who know their customers. */
    private OrderPage blank(OrderPage page) {
        return page.blank(
                page.matter().blank(),
                blank(page.order()),
                page.way().stream()
                        .map(h -> h.with(json.with(h.event(), MaskRemover::of)))
                        .toList());
    }

    private WorkOrder blank(WorkOrder order) {
        return switch (order) {
            case WorkOrder.Registered o -> o;
            case WorkOrder.Joined o -> o;
            case WorkOrder.AwaitingReceipt o -> new WorkOrder.AwaitingReceipt(blank(o.duty()));
            case WorkOrder.InHand o -> new WorkOrder.InHand(blank(o.duty()));
            case WorkOrder.Reported o ->
                new WorkOrder.Reported(blank(o.duty()), json.with(o.report(), MaskRemover::of), o.reportedAt());
            case WorkOrder.Closed o ->
                new WorkOrder.Closed(
                        blank(o.duty()), json.with(o.report(), MaskRemover::of), o.reportedAt(), o.closedAt());
        };
    }

    private Assignment blank(Assignment duty) {
        return duty.asked(json.with(duty.asked(), MaskRemover::of));
    }

    /** For those above that act by themselves and have no person to ask for. */
    public Optional<OrderPage> ofNumber(String number) {
        return orders.find(number).map(this::page);
    }

    /** What the appellant may see of the order that an appeal became: its state and its way. */
    public Optional<OrderPage> ofAppeal(UUID appeal) {
        return store.numberOfAppeal(appeal).flatMap(orders::find).map(this::page);
    }

    /** The state alone of the order that an appeal became, without its way and words. */
    public Optional<WorkOrder> stateOfAppeal(UUID appeal) {
        return store.numberOfAppeal(appeal).flatMap(orders::find).map(OrderRow::order);
    }

    /**
     * Whether this person must not know who brought the order (Art. 21, ruling 14): of units, for the platform's own
     * people an order that is about themselves is not there.
     */
    public boolean identityWithheld(OrderPage page, CurrentUser by) {
        return page.shield().withheldFrom(readers.of(by), lead(page));
    }

    /**
     * Whether the files that are with the order are this person's to see: what others have attached may show who
     * brought it, so of those who must not know only the lead unit's people see them, without whoever is complained about.
     */
    public boolean files(OrderPage page, CurrentUser by) {
        Assignment duty = page.order().dutyOrNull();
        return !identityWithheld(page, by)
                || (duty != null
                        && duty.lead().equals(by.unit())
                        && readers.of(by).names().stream().noneMatch(page.shield()::accuses));
    }

    private @Nullable Reader lead(OrderPage page) {
        Assignment duty = page.order().dutyOrNull();
        return duty == null ? null : readers.of(duty.lead());
    }

    /** Whether the platform speaks to the appellant in the lead unit's stead (ruling 14). */
    public boolean platformAnswers(OrderPage page) {
        return page.shield().withheldFromLead(lead(page));
    }

    private OrderPage page(OrderRow row) {
        return new OrderPage(
                row.id(),
                row.number(),
                row.appeal(),
                row.registeredAt(),
                row.order(),
                row.urgent(),
                row.shield(),
                store.matter(row.id()),
                way(row),
                row.chain().seq());
    }

    private List<OrderPage.Happening> way(OrderRow row) {
        return history.of(row.subject()).stream()
                .map(e -> new OrderPage.Happening(e.seq(), e.at(), e.by(), json.read(e.body())))
                .toList();
    }

    /** Whether an order is about this person of the platform, for whom nothing of it is there (Art. 21). */
    public boolean about(CurrentUser by, @Nullable String number) {
        return number != null && parties.about(number, by);
    }

    /** When the orders of these appeals were closed; those that are open are left out. */
    public Map<UUID, Instant> closedOf(Collection<UUID> appeals) {
        return appeals.isEmpty() ? Map.of() : store.closedOf(appeals);
    }

    /** Which of these appeals have an open order of their own that others can go under. */
    public Set<UUID> openOf(Collection<UUID> appeals) {
        return appeals.isEmpty() ? Set.of() : store.openOf(appeals);
    }

    /**
     * Orders joined under this one (ruling 10), oldest first. What is kept from units has no words there, and under an
     * order that is closed to the reader none has.
     */
    public Page<OrderLine> joined(OrderPage lead, CurrentUser by, @Nullable After after, int limit) {
        Page<OrderLine> lines = store.joined(lead.number(), ConflictOfInterest.reader(by), after, limit);
        if (identityWithheld(lead, by)) return lines.map(OrderLine::blank);
        return by.ofPlatform() ? lines : lines.map(WorkOrderBoard::lessKept);
    }

    /** Whether its appellant's term has run out, so that nothing is added any more (Art. 21). */
    public boolean forgotten(UUID order) {
        return orders.forgotten(order);
    }

    /** The numbers of orders that go under one, as far as they are there for this person. */
    public List<String> under(String lead, CurrentUser by) {
        return store.under(lead, ConflictOfInterest.reader(by));
    }

    /** A list says nothing of an order in which there is something to be kept from units. */
    private static List<OrderLine> withoutKept(List<OrderLine> lines) {
        return lines.stream().map(WorkOrderBoard::lessKept).toList();
    }

    static OrderLine lessKept(OrderLine line) {
        return line.shielded() ? line.blank() : line;
    }

    /** Open orders of the same class and place: a proposal for joining, a named person decides (ruling 16). */
    public List<OrderLine> sameMatter(OrderPage page, CurrentUser by) {
        String matterClass = page.matter().matterClass();
        return matterClass == null
                ? List.of()
                : store.sameMatter(page.id(), matterClass, page.matter().place(), ConflictOfInterest.reader(by), 8);
    }

    /** 待派单: urgent on top, then oldest first. */
    public Page<OrderLine> toDispatch(CurrentUser by, @Nullable After after, int limit) {
        return queues.toDispatch(ConflictOfInterest.reader(by), after, limit);
    }

    /** Who waits longest to be dispatched behind what is urgent. */
    public Optional<OrderLine> longestToDispatch(CurrentUser by) {
        return queues.longestToDispatch(ConflictOfInterest.reader(by));
    }

    /** Those of these orders that wait to be dispatched, in no order. */
    public List<OrderLine> toDispatch(CurrentUser by, Collection<String> numbers) {
        return numbers.isEmpty() ? List.of() : queues.toDispatch(ConflictOfInterest.reader(by), numbers);
    }

    /** What the dispatcher asked intake about, longest first. */
    public Page<OrderLine> questions(CurrentUser by, @Nullable After after, int limit) {
        return queues.questions(ConflictOfInterest.reader(by), after, limit);
    }

    /** 待审核: reports the platform has to decide on, oldest first. */
    public Page<OrderLine> toDecide(CurrentUser by, @Nullable After after, int limit) {
        return queues.toDecide(ConflictOfInterest.reader(by), after, limit);
    }

    /** Extensions and returns that wait for this person's decision, oldest first: the second return is the Bureau's. */
    public Page<Request> requests(CurrentUser by, @Nullable After after, int limit) {
        return queues.requests(
                ConflictOfInterest.reader(by), by.has(Role.DISPATCHER), by.has(Role.BUREAU), after, limit);
    }

    /** Urgent orders whose unit has not been reached by phone yet, oldest first (Art. 17). */
    public Page<Alarm> alarms(CurrentUser by, @Nullable After after, int limit) {
        return queues.alarms(ConflictOfInterest.reader(by), after, limit);
    }

    /** What was closed within a time, by id. */
    public List<ClosedOrder> closedBetween(Instant from, Instant to) {
        return store.closedBetween(directory.units().stream().map(Unit::id).toList(), from, to);
    }

    /** All orders that are late now, of all units, longest first. */
    public Page<OrderLine> late(@Nullable UnitId unit, CurrentUser by, @Nullable After after, int limit) {
        return queues.late(unit, clock.instant(), ConflictOfInterest.reader(by), after, limit);
    }

    /** Newest orders of all, by key; for integrators. */
    public List<OrderLine> list(CurrentUser by, WorkOrder.@Nullable State state, @Nullable UUID after, int limit) {
        List<OrderLine> lines = store.list(by.unit(), state, after, ConflictOfInterest.reader(by), limit);
        return by.ofPlatform() ? lines : withoutKept(lines);
    }
}
