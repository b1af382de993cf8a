package org.shouwen.handover;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.shouwen.confidentiality.Parties;
import org.shouwen.notification.Message;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Outbox;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.stereotype.Component;

/**
 * Tells whoever waits for a matter that it was handed on, and that an answer came, in the same transaction: that and no
 * more, as the look-up does; the words of offices are theirs (Art. 18, 19).
 */
@Component
class HandoverNotifications {
    private final Outbox outbox;
    private final Parties parties;
    private final UnitScope scope;

    HandoverNotifications(Outbox outbox, Parties parties, UnitScope scope) {
        this.outbox = outbox;
        this.parties = parties;
        this.scope = scope;
    }

    void handedOver(Handover h) {
        tell(
                h,
                h.kind() == Handover.Kind.PETITION ? NotificationType.PETITION_HANDED : NotificationType.REPORT_HANDED,
                h.handedAt());
    }

    void answered(Handover h) {
        tell(
                h,
                h.kind() == Handover.Kind.PETITION
                        ? NotificationType.PETITION_ANSWERED
                        : NotificationType.REPORT_ANSWERED,
                Objects.requireNonNull(h.answeredAt()));
    }

    /** A unit that writes a special report sees neither who waits for the matter nor what they are told. */
    private void tell(Handover h, NotificationType moment, Instant at) {
        scope.asPlatform(() -> {
            outbox.put(parties.of(List.of(h.orderNumber())).stream()
                    .map(p -> new Message(Objects.requireNonNull(p.appellant()), p.number(), moment, List.of(), at))
                    .toList());
            return true;
        });
    }
}
