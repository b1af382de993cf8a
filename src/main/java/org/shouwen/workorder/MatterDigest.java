package org.shouwen.workorder;

import java.util.Optional;
import org.shouwen.history.KeyedDigest;
import org.shouwen.keys.Hmac;
import org.shouwen.keys.Keys;
import org.springframework.stereotype.Component;

/** Keyed digest of a matter's words: the history holds it instead of the words, and a changed word still shows. */
@Component
class MatterDigest {
    private final Hmac hmac;

    MatterDigest(Keys keys) {
        this.hmac = new Hmac(keys.key("history"));
    }

    /** @param salt the matter's own; empty once the appellant is forgotten */
    String of(String salt, Matter m) {
        return KeyedDigest.first(hmac.ofParts(
                salt,
                m.title(),
                m.content(),
                m.kind(),
                m.matterClass(),
                m.place(),
                m.location(),
                m.happenedAt(),
                m.urgentKind()));
    }

    /** What an event says of the words, where it says anything. */
    static Optional<String> in(Event event) {
        if (event instanceof Event.Registered e) return Optional.of(e.matterDigest());
        if (event instanceof Event.MatterCorrected e) return Optional.of(e.matterDigest());
        return event instanceof Event.Forgotten e ? Optional.of(e.matterDigest()) : Optional.empty();
    }
}
