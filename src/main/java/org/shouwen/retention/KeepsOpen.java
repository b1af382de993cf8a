package org.shouwen.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;

/** Tells which matters are not over though their appeal was decided: terms begin when all has ended (Art. 21). */
public interface KeepsOpen {
    /** Of these appeals, those of which something is open, or was closed at this moment or later. */
    Set<UUID> notClosedBefore(Instant moment, Collection<UUID> appeals);
}
