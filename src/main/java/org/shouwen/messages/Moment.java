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
    /** It is the same matter as another order and goes with it: which. */
    JOINED,
    /** It goes its own way again. */
    SEPARATED,
    /** The unit that was asked settled it on the spot: which, how. */
    SETTLED,
    /** The unit that was asked pointed to another: which, whom to, its telephone, what else was said. */
    POINTED,
    /** Their request to look at a decline again has arrived. */
    REVIEW_ASKED,
    /** Looked at again, and still not taken: the reason. */
    REVIEW_UPHELD,
    /** Looked at again, and taken up: the reason. */
    REVIEW_OVERTURNED,
    /** Their calls are handled in a certain way for a time: why, until when; how to object. */
    MEASURE_TAKEN,
    /** Their objection was looked at, and the measure stays: why. */
    MEASURE_KEPT,
    /** Their calls are taken as before: why. */
    MEASURE_ENDED,
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
