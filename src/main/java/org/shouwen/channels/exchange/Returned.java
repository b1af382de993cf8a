package org.shouwen.channels.exchange;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.accounts.CurrentUser;
import org.shouwen.regulation.Limit;
import org.shouwen.calendar.Limits;
import org.shouwen.calendar.WorkCalendar;
import org.shouwen.channels.exchange.ExchangedMatter.Direction;
import org.shouwen.confidentiality.ConflictOfInterest;
import org.shouwen.history.History;
import org.shouwen.history.Subject;
import org.shouwen.identity.Identity;
import org.shouwen.identity.PersonalDataDetector;
import org.shouwen.jdbc.Instants;
import org.shouwen.problems.After;
import org.shouwen.problems.BadInput;
import org.shouwen.problems.NotFound;
import org.shouwen.problems.Page;
import org.shouwen.problems.Text;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.regulation.Editions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The dispatcher's door: what partners returned, what is owed to them and by them, and what has not gone (Art. 2, 18). */
@Service
@Transactional
@Basis({Clause.A2, Clause.A18_1})
public class Returned {
    private final ToldStore told;
    private final MatterStore matters;
    private final OutgoingStore outgoing;
    private final PartnerStore states;
    private final Partners partners;
    private final OwedAnswers answers;
    private final Editions editions;
    private final WorkCalendar calendar;
    private final History history;
    private final JsonMapper json;
    private final InstantSource clock;

    Returned(
            ToldStore told,
            MatterStore matters,
            OutgoingStore outgoing,
            PartnerStore states,
            Partners partners,
            OwedAnswers answers,
            Editions editions,
            WorkCalendar calendar,
            History history,
            JsonMapper json,
            InstantSource clock) {
        this.told = told;
        this.matters = matters;
        this.outgoing = outgoing;
        this.states = states;
        this.partners = partners;
        this.answers = answers;
        this.editions = editions;
        this.calendar = calendar;
        this.history = history;
        this.json = json;
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

    /** @param due until when the answer is awaited; {@code late}: that has passed */
    public record Owed(
            String partner, String sourceId, @Nullable String number, Instant takenAt, Instant due, boolean late) {}

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

    @Transactional(readOnly = true)
    public long waiting(CurrentUser by) {
        return told.count(ConflictOfInterest.name(by));
    }

    @Transactional(readOnly = true)
    public Page<Row> returned(CurrentUser by, @Nullable After after, int limit) {
        return told.waiting(ConflictOfInterest.name(by), after, limit)
                .map(w -> new Row(
                        w.id(),
                        name(w.partner()),
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
    @Transactional(readOnly = true)
    public Page<Owed> owed(boolean ours, CurrentUser by, @Nullable After after, int limit) {
        Instant now = clock.instant();
        Direction direction = ours ? Direction.OUT : Direction.IN;
        return matters.open(direction, ConflictOfInterest.name(by), after, limit).map(m -> {
            Instant due = due(m);
            return new Owed(
                    name(m.partner()), m.sourceId(), m.number(), m.openSince(), due, now.isAfter(due));
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

    @Transactional(readOnly = true)
    public Page<Unsent> unsent(CurrentUser by, @Nullable After after, int limit) {
        return outgoing.unsent(ConflictOfInterest.name(by), after, limit)
                .map(u -> new Unsent(
                        u.message().id(),
                        name(u.message().partner()),
                        u.sourceId(),
                        u.number(),
                        u.message().event().wire(),
                        u.message().madeAt(),
                        u.message().state().equals("REFUSED"),
                        u.message().lastError()));
    }

    @Transactional(readOnly = true)
    public List<Link> links() {
        return partners.all().entrySet().stream()
                .map(e -> {
                    PartnerStore.State s = states.find(e.getKey()).orElse(PartnerStore.State.NEW);
                    return new Link(
                            e.getKey(),
                            e.getValue().name(),
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

    /**
     * A dispatcher has dealt with what a partner returned.
     *
     * @param words what was done; where the partner sent our result back these words may go as the next result
     * @param answer whether they go
     */
    public void settle(UUID id, @Nullable String words, boolean answer, CurrentUser by) {
        ToldStore.Waiting w = told.find(id, ConflictOfInterest.name(by))
                .orElseThrow(() -> new NotFound("exchange", id.toString()));
        String said = PersonalDataDetector.mask(Text.required("words", words, 1000), Identity.UNNAMED);
        Instant now = Instants.now(clock);
        if (!told.settled(id, by.name(), now)) throw new NotFound("exchange", id.toString());
        if (answer) {
            ExchangedMatter m = matters.lock(w.matter())
                    .filter(x -> x.direction() == Direction.IN && x.state() == ExchangedMatter.State.OPEN)
                    .orElseThrow(() -> new BadInput("answer", "exchange.bad.answer"));
            answers.again(m, said, now);
        }
        journal(w.matter(), "ReturnSettled", Map.of("words", said, "answered", answer), by, now);
    }

    /** What a partner would not have is sent again, or dropped. */
    public void decide(UUID id, boolean again, CurrentUser by) {
        OutgoingStore.Outgoing o = outgoing.find(id).orElseThrow(() -> new NotFound("exchange", id.toString()));
        if (!outgoing.decided(id, again ? "NEW" : "DROPPED")) throw new NotFound("exchange", id.toString());
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("event", o.event().wire());
        body.put("turn", o.turn());
        journal(o.matter(), again ? "SentAgain" : "Dropped", body, by, Instants.now(clock));
    }

    /** After it was stopped because it failed. */
    public void resume(String code, CurrentUser by) {
        if (partners.find(code).isEmpty()) throw new NotFound("exchange", code);
        states.resume(code);
        history.append(
                Subject.of("exchange_partner", code),
                Instants.now(clock),
                by.actor(),
                "Resumed",
                json.writeValueAsString(Map.of("partner", code)));
    }

    private void journal(UUID matter, String type, Map<String, ?> body, CurrentUser by, Instant now) {
        history.append(
                new Subject(HandingOver.KIND, matter), now, by.actor(), type, json.writeValueAsString(body));
    }

    private String name(String code) {
        return partners.find(code).map(Partner::name).orElse(code);
    }
}
