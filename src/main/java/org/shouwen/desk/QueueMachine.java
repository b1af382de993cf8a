package org.shouwen.desk;

import java.util.Optional;

/** A port to the machine in a hall that gives out queue numbers; answered by the channel that speaks with it. */
public interface QueueMachine {
    /** Whether a machine is set up. */
    boolean there();

    /**
     * @param number what stands on the ticket, such as {@code A012}
     * @param ahead how many wait before; -1 when the machine does not say
     */
    record Ticket(String number, int ahead) {}

    /**
     * Draws a ticket.
     *
     * @param appeal the number of the appeal that was registered
     * @return empty when the machine does not answer within three seconds
     */
    Optional<Ticket> draw(String appeal);
}
