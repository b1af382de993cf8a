package org.shouwen.notification;

import java.util.List;

/**
 * What became of a try to carry a message.
 *
 * @param again worth another try, when it was not carried
 * @param why a short word of the peer's or of ours, without anything of the person
 * @param parts the peer's own ids, one for each part of a message that was carried in several; empty where it gives none
 */
public record Tried(boolean carried, boolean again, String why, List<String> parts) {
    public Tried {
        parts = List.copyOf(parts);
    }

    public Tried(boolean carried, boolean again, String why) {
        this(carried, again, why, List.of());
    }

    /** The peer has it. */
    public static Tried sent(List<String> parts) {
        return new Tried(true, false, "", parts);
    }

    /** Refused for good. */
    public static Tried refused(String why) {
        return new Tried(false, false, why);
    }

    /** The peer is not there, or asks to be asked again. */
    public static Tried later(String why) {
        return new Tried(false, true, why);
    }
}
