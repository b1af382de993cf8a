package org.shouwen.messages;

import java.util.Locale;

/** When a person is told something; each has its words under {@code messages.moment.…}. */
public enum Moment {
    /** Their appeal has been taken: the number. */
    RECEIVED,
    /** Answered at the desk: the answer. */
    ANSWERED,
    /** It became a work order. */
    ORDERED,
    /** Another channel is the right one: which, and why. */
    GUIDED,
    /** Not taken: the ground and the reason. */
    DECLINED,
    /** Their reminder reached an open order. */
    REMINDED,
    /** A unit has it: which. */
    DISPATCHED,
    /** Another unit has it now, by a ruling on whose duty it is: which, and by when. */
    HANDED_ON,
    /** The unit was given more time: until when. */
    EXTENDED,
    /** The platform asked the unit to do it again. */
    SENT_BACK,
    /** Done: the outcome, and how to rate it. */
    CLOSED;

    String key() {
        return "messages.moment." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
