package org.shouwen.notification;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.shouwen.calendar.Limits;
import org.shouwen.confidentiality.Parties;
import org.shouwen.confidentiality.Party;
import org.shouwen.knowledge.Outage;
import org.shouwen.knowledge.OutageChanged;
import org.shouwen.rowsecurity.UnitScope;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Tells all who are joined to an outage that it stands, changes or is over: one message a person, however often they called. */
@Component
class OutageMessages {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("M月d日 HH:mm", Locale.CHINA);

    private final Outbox outbox;
    private final Parties parties;
    private final UnitScope scope;

    OutageMessages(Outbox outbox, Parties parties, UnitScope scope) {
        this.outbox = outbox;
        this.parties = parties;
        this.scope = scope;
    }

    @EventListener
    void on(OutageChanged changed) {
        NotificationType moment = switch (changed.what()) {
            case ANNOUNCED -> NotificationType.OUTAGE;
            case MOVED -> NotificationType.OUTAGE_MOVED;
            case ENDED -> NotificationType.OUTAGE_ENDED;
        };
        Outage o = changed.outage();
        List<String> args = changed.what() == OutageChanged.What.ENDED
                ? List.of(o.title())
                : List.of(o.title(), time(o.ends()), o.text(), time(o.begins()));
        Set<UUID> told = new HashSet<>();
        List<Message> messages = parties.of(changed.appeals()).stream()
                .filter(p -> told.add(Objects.requireNonNull(p.appellant())))
                .map(p -> message(p, moment, args, changed.at()))
                .toList();
        // whose appeals are joined is not only the unit's that announces
        scope.asPlatform(() -> {
            outbox.put(messages);
            return messages.size();
        });
    }

    private static Message message(Party p, NotificationType moment, List<String> args, Instant at) {
        return new Message(Objects.requireNonNull(p.appellant()), p.number(), moment, args, at);
    }

    private static String time(Instant at) {
        return TIME.format(at.atZone(Limits.ZONE));
    }
}
