package org.shouwen.channels.mail;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.shouwen.inbound.Inbox;
import org.shouwen.notification.Carrier;
import org.shouwen.notification.MailGateway;
import org.shouwen.notification.NotificationType;
import org.shouwen.notification.Parcel;
import org.shouwen.notification.Tried;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Tells people by mail who wrote one, in its thread; an answer comes to an address that names the appeal. */
@Component
class MailCarrier implements Carrier {
    private final MailGateway gateway;
    private final Inbox inbox;
    private final ReplyAddress replies;
    private final boolean plus;

    /** @param plus whether the office's server takes {@code name+anything@} as {@code name@} */
    MailCarrier(
            MailGateway gateway,
            Inbox inbox,
            ReplyAddress replies,
            @Value("${shouwen.mailbox.plus:false}") boolean plus) {
        this.gateway = gateway;
        this.inbox = inbox;
        this.replies = replies;
        this.plus = plus;
    }

    @Override
    public Way way() {
        return Way.MAIL;
    }

    @Override
    public boolean there() {
        return gateway.there();
    }

    @Override
    public Tried carry(Parcel p) {
        String[] first = inbox.reference(p.number()).orElse("\n").split("\n", 2);
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Auto-Submitted", p.moment() == NotificationType.RECEIVED ? "auto-replied" : "auto-generated");
        headers.put("X-Auto-Response-Suppress", "All");
        if (first[0].matches("<[\\x21-\\x7E]{3,240}>")) {
            headers.put("In-Reply-To", first[0]);
            headers.put("References", first[0]);
        }
        if (plus) headers.put("Reply-To", replies.of(gateway.from(), p.number()));
        String about = first[1].replaceAll("[\\r\\n]+", " ").strip();
        String subject = about.isEmpty() ? "[" + p.number() + "]" : "Re: " + cut(about) + " [" + p.number() + "]";
        Tried t = gateway.send(p.id(), p.address(), subject, p.text(), headers);
        return t.carried() ? Tried.sent(List.of(p.id().toString())) : t;
    }

    private static String cut(String about) {
        return about.length() <= 80 ? about : about.substring(0, about.offsetByCodePoints(0, 60)) + "…";
    }
}
