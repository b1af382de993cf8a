package org.shouwen.notification;

import java.util.List;
import java.util.UUID;

/**
 * A message on its way to a person.
 *
 * @param id the same at each try, so that a peer can drop what it has already
 * @param ordinal 1 to 99: the appeal's own among those told of at this address
 * @param number the appeal's
 * @param args as {@link Message#args}
 * @param text the words for this way
 */
public record Parcel(
        UUID id, Address to, int ordinal, String number, NotificationType moment, List<String> args, String text) {
    public Parcel {
        args = List.copyOf(args);
    }

    /** The bare address, without its scheme. */
    public String address() {
        return to.bare();
    }

    @Override
    public String toString() {
        return "Parcel[" + id + "]";
    }
}
