package org.shouwen.notification;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Short messages by the one protocol that the city has switched on. */
@Component
class ShortMessages implements Carrier {
    private final List<SmsTransport> transports;

    ShortMessages(List<SmsTransport> transports) {
        this.transports = List.copyOf(transports);
    }

    @Override
    public Way way() {
        return Way.SMS;
    }

    @Override
    public boolean there() {
        return on().isPresent();
    }

    @Override
    public Tried carry(Parcel p) {
        return send(p.id(), p.address(), "%02d".formatted(p.ordinal()), p.text());
    }

    /** To a number of staff, who answer elsewhere. */
    Tried send(UUID id, String to, String text) {
        return send(id, to, "", text);
    }

    private Tried send(UUID id, String to, String extension, String text) {
        return on().map(t -> t.send(id, to, extension, text)).orElse(Tried.later("NO_GATEWAY"));
    }

    private Optional<SmsTransport> on() {
        return transports.stream().filter(SmsTransport::there).findFirst();
    }
}
