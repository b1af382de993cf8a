package org.shouwen.inbound;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A message that is kept and waits to be worked on. */
@SuppressWarnings("ArrayRecordComponent") // as the row has it
record Received(
        UUID id,
        String source,
        String event,
        @Nullable Instant sourceAt,
        Instant at,
        byte[] raw,
        byte @Nullable [] corrected,
        boolean excused,
        int tries) {}
