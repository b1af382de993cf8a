package org.shouwen.channels.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.channels.exchange.ExchangedMatter.Direction;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.problems.After;
import org.shouwen.problems.Page;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.shouwen.regulation.Limit;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The dispatcher's lists: what partners returned, what is owed to them and by them, what has not gone (Art. 2, 18). */
@Service
@Transactional(readOnly = true)
@Basis({Clause.A2, Clause.A18_1})
public class ExchangeLists {
    private final ToldStore told;
    private final MatterStore matters;
    private final OutgoingStore outgoing;
    private final PartnerStore states;
    private final Partners partners;
    private final Editions editions;
    private final WorkCalendar calendar;
    private final InstantSource clock;

    ExchangeLists(
            ToldStore told,
            MatterStore matters,
            OutgoingStore outgoing,
            PartnerStore states,
            Partners partners,
            Editions editions,
            WorkCalendar calendar,
            InstantSource clock) {
        this.told = told;
        this.matters = matters;
        this.outgoing = outgoing;
        this.states = states;
        this.partners = partners;
        this.editions = editions;
        this.calendar = calendar;
        this.clock = clock;
    }

    /**
     * What a partner returned, or whom it did not find content.
     *
     * @param event last word of a message key {@code exchange.event.…}
     * @param ours we handed it over; else the partner did
     */
    public record Row(
            UUID id,
            String partner,
            boolean ours,
            String sourceId,
            @Nullable String number,
            @Nullable String handover,
            String event,
            @Nullable Instant toldAt,
            Instant receivedAt,
            String words) {}

    /**
     * @param due until when the answer is awaited; {@code late}: that has passed
     * @param ready there is a result, and a person has to carry it
     */
    public record Owed(
            String partner,
            String sourceId,
            @Nullable String number,
            Instant takenAt,
            Instant due,
            boolean late,
            boolean ready) {}

    /** @param refused the partner will not have it: a person decides; else it waits to be sent */
    public record Unsent(
            UUID id,
            String partner,
            String sourceId,
            @Nullable String number,
            String event,
            Instant madeAt,
            boolean refused,
            String error) {}

    /** @param table it has no address: what waits goes as a table */
    public record Link(
            String code,
            String name,
            boolean table,
            boolean takesHandovers,
            int failures,
            String lastError,
            @Nullable Instant stoppedAt,
            @Nullable Instant reachedAt,
            @Nullable Instant clockAwayAt,
            long skewMinutes) {}

    public long waiting(CurrentUser by) {
        return told.count(ConflictOfInterest.name(by));
    }

    public Page<Row> returned(CurrentUser by, @Nullable After after, int limit) {
        return told.waiting(ConflictOfInterest.name(by), after, limit)
                .map(w -> new Row(
                        w.id(),
                        partners.name(w.partner()),
                        w.direction() == Direction.OUT,
                        w.sourceId(),
                        w.number(),
                        w.handover(),
                        w.event().wire(),
                        w.toldAt(),
                        w.receivedAt(),
                        w.words()));
    }

    /** @param ours what partners owe us; else what we owe them */
    public Page<Owed> owed(boolean ours, CurrentUser by, @Nullable After after, int limit) {
        Instant now = clock.instant();
        Direction direction = ours ? Direction.OUT : Direction.IN;
        return matters.open(direction, ConflictOfInterest.name(by), after, limit)
                .map(m -> {
                    Instant due = due(m);
                    boolean late = now.isAfter(due);
                    return new Owed(
                            partners.name(m.partner()), m.sourceId(), m.number(), m.openSince(), due, late, false);
                });
    }

    private Instant due(ExchangedMatter m) {
        int days = partners.find(m.partner()).map(Partner::workingDays).orElse(5);
        return Limits.due(
                        m.openSince(),
                        new Limit.WorkingDays(days),
                        editions.current(m.openSince().atZone(Limits.ZONE).toLocalDate())
                                .closingTime(),
                        calendar.current())
                .due();
    }

    public Page<Unsent> unsent(CurrentUser by, @Nullable After after, int limit) {
        return outgoing.unsent(ConflictOfInterest.name(by), after, limit)
                .map(u -> new Unsent(
                        u.message().id(),
                        partners.name(u.message().partner()),
                        u.sourceId(),
                        u.number(),
                        u.message().event().wire(),
                        u.message().madeAt(),
                        u.message().state().equals("REFUSED"),
                        u.message().lastError()));
    }

    public List<Link> links() {
        return partners.all().entrySet().stream()
                .map(e -> {
                    PartnerStore.State s = states.find(e.getKey()).orElse(PartnerStore.State.NEW);
                    return new Link(
                            e.getKey(),
                            partners.name(e.getKey()),
                            e.getValue().address().isEmpty(),
                            e.getValue().takes().contains(ExchangeEvent.HANDOVER.wire()),
                            s.failures(),
                            s.lastError(),
                            s.stoppedAt(),
                            s.reachedAt(),
                            s.refusedAt(),
                            s.skewSeconds() / 60);
                })
                .toList();
    }
}
