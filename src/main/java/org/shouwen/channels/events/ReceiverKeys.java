package org.shouwen.channels.events;

import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/** Secrets of receivers and ids as each knows them: made from one key outside the database, kept nowhere. */
@Component
class ReceiverKeys {
    private final Hmac hmac;

    ReceiverKeys(Keys keys) {
        this.hmac = new Hmac(keys.key("events"));
    }

    byte[] secret(Receiver r) {
        return hmac.of("webhook:" + r.id() + ":" + r.secret());
    }

    /** As Standard Webhooks writes it. */
    String shown(Receiver r) {
        return "whsec_" + Base64.getEncoder().encodeToString(secret(r));
    }

    /** Two receivers know the same matter under two ids: what they have can not be laid side by side. */
    String opaque(Receiver r, UUID subject) {
        return HexFormat.of().formatHex(hmac.of("subject:" + r.id() + ":" + subject), 0, 16);
    }
}
