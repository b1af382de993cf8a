package org.shouwen.knowledge;

import java.time.Instant;
import java.util.List;

/**
 * Published within the transaction in which an outage changed; whoever tells people listens.
 *
 * @param appeals numbers of the appeals that are joined to it and have to be told
 */
public record OutageChanged(Outage outage, What what, List<String> appeals, Instant at) {
    public enum What {
        /** The appeals were joined to an outage that stands. */
        ANNOUNCED,
        /** It begins or ends at another time. */
        MOVED,
        /** It is over, or was announced in error. */
        ENDED
    }

    public OutageChanged {
        appeals = List.copyOf(appeals);
    }
}
