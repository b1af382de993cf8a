package org.shouwen.inbound;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message as it came over a channel, before anything is made of it.
 *
 * @param source the channel's connector, such as {@code sms}; names the {@link InboundFormat} that reads it
 * @param sourceId the source's own id of it; the same one is taken once
 * @param event {@link #MESSAGE}, or another kind of thing that the source tells under the same id
 * @param sourceAt by the source's clock, which may be hours wrong; null when it tells no time
 * @param raw the bytes as they came; never written to a log
 */
@SuppressWarnings("ArrayRecordComponent") // on its way to the store; never compared
public record InboundMessage(
        String source,
        String sourceId,
        String event,
        @Nullable Instant sourceAt,
        byte[] raw) {
    public static final String MESSAGE = "message";

    /** A message, not another event. */
    public InboundMessage(String source, String sourceId, @Nullable Instant sourceAt, byte[] raw) {
        this(source, sourceId, MESSAGE, sourceAt, raw);
    }

    @Override
    public String toString() {
        return "InboundMessage[" + source + ", " + event + "]";
    }
}
