package org.shouwen.notification;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Something to tell a person. Holds no identity: whoever carries it asks the vault for the number to call.
 *
 * @param number the appeal's, under which the person finds it on the portal
 * @param args what the words need, in the template's order
 */
public record Message(UUID appellant, String number, NotificationType moment, List<String> args, Instant at) {
    public Message {
        args = List.copyOf(args);
    }
}
