package org.shouwen.workorder;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.shouwen.confidentiality.OrderTextRedactor;
import org.shouwen.confidentiality.Parties;
import org.shouwen.directory.DutyEntry;
import org.shouwen.directory.Units;
import org.shouwen.history.Actor;
import org.shouwen.history.Chain;
import org.shouwen.history.Entry;
import org.shouwen.history.History;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Writes what happened to an order, and what follows of it, within the caller's transaction. */
@Component
class OrderRecorder {
    private final OrderStore store;
    private final HeldOrders held;
    private final BoardStore board;
    private final Units units;
    private final History history;
    private final EventJson json;
    private final MatterCorrections corrections;
    private final PastLegs legs;
    private final OrderTextRedactor words;
    private final Parties parties;
    private final ApplicationEventPublisher events;

    OrderRecorder(
            OrderStore store,
            HeldOrders held,
            BoardStore board,
            Units units,
            History history,
            EventJson json,
            MatterCorrections corrections,
            PastLegs legs,
            OrderTextRedactor words,
            Parties parties,
            ApplicationEventPublisher events) {
        this.store = store;
        this.held = held;
        this.board = board;
        this.units = units;
        this.history = history;
        this.json = json;
        this.corrections = corrections;
        this.legs = legs;
        this.words = words;
        this.parties = parties;
        this.events = events;
    }

    /** @return the order as it stands after all of it */
    OrderRow record(OrderRow row, List<Event> decided, Instant now, Actor by) {
        List<Event> happened = corrections.written(row.id(), unnamed(row, decided, by));
        OrderRow after = row;
        for (Event event : happened) {
            Actor actor = EventKinds.isMark(event) ? Actor.SYSTEM : by;
            Chain chain = history.append(
                    new Entry(row.subject(), after.chain(), now, actor, EventJson.name(event), json.write(event)));
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
                .map(r -> new Entry(r.subject(), r.chain(), now, by, EventJson.name(event), json.write(event)))
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
}
