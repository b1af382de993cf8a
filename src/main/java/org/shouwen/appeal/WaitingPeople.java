package org.shouwen.appeal;

import java.util.List;
import java.util.Objects;
import org.shouwen.confidentiality.Parties;
import org.shouwen.confidentiality.Party;
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

    WaitingPeople(Outbox outbox, Parties parties) {
        this.outbox = outbox;
        this.parties = parties;
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
        outbox.put(who.stream()
                .map(p -> new Message(
                        Objects.requireNonNull(p.appellant()), p.number(), moment, List.of(args), moved.at()))
                .toList());
    }
}
