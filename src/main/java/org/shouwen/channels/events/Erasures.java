package org.shouwen.channels.events;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.JournalStretch;
import org.shouwen.keys.WebhookSignature;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.springframework.stereotype.Component;

/** Tells a receiver that asks who was erased since, by the ids under which it knew them (Art. 21). */
@Component
@Basis(Clause.A21)
public class Erasures {
    private static final int MOST = 10_000;

    private final ReceiverStore receivers;
    private final ReceiverKeys keys;
    private final JournalStretch journal;
    private final InstantSource clock;

    Erasures(ReceiverStore receivers, ReceiverKeys keys, JournalStretch journal, InstantSource clock) {
        this.receivers = receivers;
        this.keys = keys;
        this.journal = journal;
        this.clock = clock;
    }

    /** @param subject as the receiver knows it */
    public record Erased(String subject, Instant at) {}

    /**
     * @param signature as of a webhook, over {@code id.timestamp.erasures since SINCE}
     * @return empty when there is no such receiver, or it did not sign
     */
    public Optional<List<Erased>> since(
            UUID receiver, Instant since, @Nullable String id, @Nullable String timestamp, @Nullable String signature) {
        byte[] asked = ("erasures since " + since).getBytes(StandardCharsets.UTF_8);
        return receivers
                .find(receiver)
                .filter(r -> WebhookSignature.fits(
                        keys.secret(r), or(id), or(timestamp), asked, or(signature), clock.instant()))
                .map(r -> Stream.of("appeal", "work_order")
                        .flatMap(kind -> journal.ofType(kind, "Forgotten", since, MOST).stream())
                        .map(e -> new Erased(keys.opaque(r, e.subject()), e.at()))
                        .toList());
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
