package org.shouwen.notification;

import java.util.List;
import java.util.Locale;

/** When a person is told something; each has its words under {@code messages.moment.…}. */
@SuppressWarnings("ImmutableEnumChecker") // a list of strings that nothing changes
public enum NotificationType {
    /** Their appeal has been taken: the number. */
    RECEIVED,
    /** Answered at the desk: the answer. */
    ANSWERED("answer"),
    /** It became a work order. */
    ORDERED,
    /** Another channel is the right one: which, and why. */
    GUIDED("channel", "words"),
    /** Not taken: the ground and the reason. */
    DECLINED("ground", "reason"),
    /** Their reminder reached an open order. */
    REMINDED("order"),
    /** It is the same matter as another order and goes with it: which. */
    JOINED("order"),
    /** It goes its own way again. */
    SEPARATED,
    /** The unit that was asked settled it on the spot: which, how. */
    SETTLED("unit", "how"),
    /** The unit that was asked pointed to another: which, whom to, its telephone, what else was said. */
    POINTED("unit", "other", "phone", "words"),
    /** Their request to look at a decline again has arrived. */
    REVIEW_ASKED,
    /** Looked at again, and still not taken: the reason. */
    REVIEW_UPHELD("reason"),
    /** Looked at again, and taken up: the reason. */
    REVIEW_OVERTURNED("reason"),
    /** Their calls are handled in a certain way for a time: why, until when; how to object. */
    MEASURE_TAKEN("reason", "until"),
    /** Their objection was looked at, and the measure stays: why. */
    MEASURE_KEPT("reason"),
    /** Their calls are taken as before: why. */
    MEASURE_ENDED("reason"),
    /** It is on record that they allowed the unit to know who they are: since when. */
    PERMITTED("day"),
    /** A unit has it: which. */
    DISPATCHED("unit", "day"),
    /** Another unit has it now, by a ruling on whose duty it is: which, and by when. */
    HANDED_ON("unit", "day"),
    /** Another unit has it now, because the platform dispatched anew: which, and by when. */
    REDISPATCHED("unit", "day"),
    /** The unit was given more time: until when. */
    EXTENDED("day"),
    /** A calendar moved the day by which they are answered: from which, to which (ruling 2). */
    LIMIT_MOVED("before", "day"),
    /** The platform gave the matter another class of limit: answered by which day before, by which now (Art. 13.2). */
    LIMIT_CHANGED("before", "day"),
    /** Handed to the petition office, which is awaited; the limits run on (Art. 18). */
    PETITION_HANDED,
    /** The petition office has answered. */
    PETITION_ANSWERED,
    /** Laid before a city leader (Art. 19). */
    REPORT_HANDED,
    /** The city leader has answered. */
    REPORT_ANSWERED,
    /** The platform asked the unit to do it again. */
    SENT_BACK,
    /** What they said when called back, or their objection to the closing, was right: it is handled again. */
    REOPENED,
    /** Done: the outcome, and how to rate it. */
    CLOSED("outcome"),
    /** What they have against the closing has arrived. */
    OBJECTION_RECEIVED,
    /** It was looked at by another officer, and the closing stays: why. */
    OBJECTION_REFUSED("reason"),
    /** An outage stands that they called about: which, until when, what else is known, from when. */
    OUTAGE("title", "until", "words", "from"),
    /** The outage begins or ends at another time: which, until when, what else is known, from when. */
    OUTAGE_MOVED("title", "until", "words", "from"),
    /** The outage is over: which. */
    OUTAGE_ENDED("title");

    private final List<String> args;

    NotificationType(String... args) {
        this.args = List.of(args);
    }

    /** What its words may name besides {@code number}, in the order in which {@link Message#args} gives them. */
    public List<String> args() {
        return args;
    }

    /** Whether it is a sentence in somebody's own words. */
    boolean saysSentence(String arg) {
        return List.of("outcome", "reason", "answer", "words").contains(arg);
    }

    String key() {
        return "messages.moment." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
