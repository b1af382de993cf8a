package org.shouwen.appeal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.shouwen.confidentiality.Parties;
import org.shouwen.confidentiality.Party;
import org.shouwen.confidentiality.Waiting;
import org.shouwen.notification.Message;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.workorder.OrderMoved;
import org.springframework.stereotype.Component;

/** Those who wait for an order and are told of its steps, each under the number of their own appeal (ruling 10). */
@Component
class WaitingPeople {
    private final Outbox outbox;
    private final Parties parties;
    private final Waiting waiting;

    WaitingPeople(Outbox outbox, Parties parties, Waiting waiting) {
        this.outbox = outbox;
        this.parties = parties;
        this.waiting = waiting;
    }

    /** What those who wait for one of many orders are told. */
    record Step(OrderMoved moved, NotificationType moment, List<String> args) {}

    /** {@link #tell} of many orders, in a few statements. */
    void tell(List<Step> steps) {
        if (steps.isEmpty()) return;
        Map<String, List<Party>> who =
                waiting.of(steps.stream().map(s -> s.moved().number()).toList());
        outbox.put(steps.stream()
                .flatMap(s -> who.getOrDefault(s.moved().number(), List.of()).stream()
                        .map(p -> message(p, s.moved(), s.moment(), s.args())))
                .toList());
    }

    /**
     * The appeal that the order came from, those that reminded of it, those joined under it and those that reminded of one
     * of these: every one is answered.
     */
    void tell(OrderMoved moved, NotificationType moment, String... args) {
        put(parties.of(List.of(moved.number())), moved, moment, args);
    }

    /** Only whoever brought the order: what they themselves said or allowed is nobody else's (Art. 21). */
    void tellPerson(OrderMoved moved, NotificationType moment, String... args) {
        List<Party> all = parties.of(List.of(moved.number()));
        put(all.stream().filter(p -> p.number().equals(moved.number())).toList(), moved, moment, args);
    }

    private void put(List<Party> who, OrderMoved moved, NotificationType moment, String... args) {
        outbox.put(
                who.stream().map(p -> message(p, moved, moment, List.of(args))).toList());
    }

    private static Message message(Party p, OrderMoved moved, NotificationType moment, List<String> args) {
        return new Message(Objects.requireNonNull(p.appellant()), p.number(), moment, args, moved.at());
    }
}
