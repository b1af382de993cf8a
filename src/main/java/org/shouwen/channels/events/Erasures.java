package org.shouwen.channels.events;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.shouwen.history.JournalStretch;
import org.shouwen.keys.WebhookSignature;
import org.shouwen.problems.BadInput;
import org.shouwen.regulation.Basis;
import org.shouwen.regulation.Clause;
import org.shouwen.retention.ErasureQuestion;
import org.springframework.stereotype.Component;

/** Tells a receiver that asks who was erased since, by the ids under which it knew them (Art. 21). */
@Component
@Basis(Clause.A21)
public class Erasures {
    private static final List<String> KINDS = List.of("appeal", "work_order");

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
     * @param signature as of a webhook, over {@code id.timestamp.QUESTION}
     * @return empty when there is no such receiver, or it did not sign
     * @throws BadInput when the question goes on after what is no place of an answer
     */
    public Optional<ErasureQuestion.Page<Erased>> answer(
            UUID receiver,
            ErasureQuestion asked,
            @Nullable String id,
            @Nullable String timestamp,
            @Nullable String signature) {
        return receivers
                .find(receiver)
                .filter(r -> WebhookSignature.fits(
                        keys.secret(r), or(id), or(timestamp), asked.signed(), or(signature), clock.instant()))
                .map(r -> ErasureQuestion.Page.of(
                        journal.forgotten(KINDS, asked.since(), place(asked.after()), ErasureQuestion.MOST + 1),
                        e -> new Erased(keys.opaque(r, e.subject()), e.at()),
                        e -> Long.toString(e.id())));
    }

    private static long place(@Nullable String after) {
        if (after == null) return 0;
        if (!after.matches("\\d{1,18}")) throw new BadInput("after", "problems.page-after");
        return Long.parseLong(after);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }
}
