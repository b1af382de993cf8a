package org.shouwen.desk;

import java.util.UUID;

/** A port to an exchange that dials for an agent; answered by the channel that speaks with the exchange. */
public interface Dialler {
    /** Whether an exchange is set up and listens now. */
    boolean there();

    /**
     * Rings the agent's own telephone, and when they lift dials the number. What becomes of it comes as events that carry
     * the id as their {@code dial}.
     *
     * @param line the agent's extension
     * @param number digits as they are dialled
     * @return whether the exchange took it
     */
    boolean dial(UUID id, String line, String number);
}
