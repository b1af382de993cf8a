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

    /**
     * Has a third person join a call that lasts: caller and agent go on together while the number is dialled, and whoever lifts
     * is with them. That they joined comes as an event {@code joined} of the call.
     *
     * @param call the exchange's own id of the call
     * @param who what the event calls them, such as the unit's name
     * @return whether the exchange took it; false also where it can not
     */
    boolean join(UUID id, String call, String who, String number);
}
