package org.shouwen.inbound;

import java.util.Optional;
import org.shouwen.identity.Identity;

/** Reads the messages of one source; a bean of the channel's module. Asks nobody outside this machine, so that none waits. */
public interface InboundFormat {
    /** As in {@link InboundMessage#source}. */
    String source();

    /**
     * Whose system a message came from, as pages name it; says nothing of a person.
     *
     * @param event as in {@link InboundMessage#event}
     * @return empty where the source has one sender only
     */
    default String system(String event) {
        return "";
    }

    /** Code of the edition's channel under which its appeals stand. */
    String channel();

    /** @throws Unreadable when it is none of its messages, with the reason */
    Reading read(InboundMessage message);

    /**
     * The sender that a person typed for a message that could not be read.
     *
     * @throws org.shouwen.problems.BadInput naming {@code sender}
     */
    Identity sender(String typed);

    /**
     * Whether messages are fields for machines: a reject of them is put right in its own text and read again, instead of being
     * typed anew as somebody's words.
     */
    default boolean fields() {
        return false;
    }

    /**
     * What can be made of a message of {@link #fields} that can not be read and tells of danger: who it is goes to the vault here
     * as well (Art. 8.3, 21). Empty: its text goes to the desk, without what leads to a person.
     */
    default Optional<Reading> inDanger(InboundMessage message) {
        return Optional.empty();
    }

    /** A message that can not be read. */
    final class Unreadable extends RuntimeException {
        private static final long serialVersionUID = 1;

        /** @param reason last word of a message key {@code inbound.reason.…} */
        public Unreadable(String reason) {
            super(reason);
        }
    }
}
