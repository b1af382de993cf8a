package org.shouwen.notification;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** What people are told: put here in the transaction of what it tells, so that neither is ever without the other. */
@Service
@Basis({Clause.A12_3, Clause.A13_7})
public class Outbox {
    private final OutboxStore store;
    private final Templates templates;
    private final Route route;
    private final JsonMapper json;

    Outbox(OutboxStore store, Templates templates, Route route, JsonMapper json) {
        this.store = store;
        this.templates = templates;
        this.route = route;
        this.json = json;
    }

    /** Puts messages within the caller's transaction; the words are fixed now, whatever templates say later. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void put(List<Message> messages) {
        if (messages.isEmpty()) return;
        boolean there = route.anybody();
        store.insert(messages.stream()
                .map(m -> new OutboxStore.Row(
                        UuidCreator.getTimeOrderedEpoch(),
                        m,
                        json.writeValueAsString(m.args()),
                        text(m, Templates.Way.PORTAL),
                        there ? text(m, Templates.Way.SMS) : null))
                .toList());
    }

    /** All that was told about an appeal, oldest first. */
    @Transactional(readOnly = true)
    public List<SentMessage> of(String number) {
        return store.of(number);
    }

    /** The appeal that a message of ours was about; empty when it is none of ours. */
    @Transactional(readOnly = true)
    public Optional<String> numberOf(UUID message) {
        return store.numberOf(message);
    }

    /** The term has run out: what was told to a person stands without what would lead to them. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void forget(String number, UUID appellant, UnaryOperator<String> masked) {
        for (OutboxStore.Words w : store.words(number, appellant)) {
            List<String> args = List.of(json.readValue(w.args(), String[].class));
            store.put(new OutboxStore.Words(
                    w.id(),
                    json.writeValueAsString(args.stream().map(masked).toList()),
                    masked.apply(w.text()),
                    w.brief() == null ? null : masked.apply(w.brief()),
                    w.settled() == null ? null : masked.apply(w.settled())));
        }
    }

    private String text(Message m, Templates.Way way) {
        return templates.say(m.moment(), way, m.number(), m.args());
    }
}
